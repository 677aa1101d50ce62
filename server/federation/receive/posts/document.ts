import { deflateRawSync } from 'node:zlib'
import type { Context } from '../../../context.ts'
import type { NoteDoc } from '../../vocab/note.ts'
import { oursAt } from './place.ts'
import { putDocument } from './queries.ts'

/** How long a document may be to be kept as it is (characters): longer than any post, shorter than a book. */
const MOST = 64 * 1024

/** Whether a post names one of us, or answers one: what somebody might want to prove later. */
const concernsSomebody = (ctx: Context, { mentions, to, cc }: NoteDoc, answersUs: boolean): boolean =>
  answersUs || [...mentions, ...to.named, ...cc.named].some((address) => oursAt(ctx, address))

type Heard = { answersUs: boolean; signed: boolean }

/** Keeps what the author's server said, word for word, where it is said to somebody here. */
export function keepDocument(ctx: Context, statusId: number, note: NoteDoc, { answersUs, signed }: Heard): void {
  if (note.source === undefined || !concernsSomebody(ctx, note, answersUs)) return
  const text = JSON.stringify(note.source)
  if (text.length > MOST) return
  putDocument(ctx.db, { statusId, document: deflateRawSync(text), signed: signed ? 1 : 0, now: ctx.now() })
}
