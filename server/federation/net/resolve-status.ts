import type { Context } from '../../context.ts'
import { changePost } from '../receive/posts/change.ts'
import { postAt } from '../receive/posts/find.ts'
import { type Coming, keepPost } from '../receive/posts/keep.ts'
import { statusByUri, statusByUrl } from '../receive/posts/queries.ts'
import { isOneOrigin } from '../vocab/json.ts'
import type { NoteDoc } from '../vocab/note.ts'
import { fetchDocument, type Missing } from './fetch-document.ts'
import { actorAt } from './resolve-actor.ts'

/** A post that is here now, or why it is not. */
export type Found = { statusId: number; missing?: undefined } | { statusId?: undefined; missing: Missing }

/** Keeps a post that came from its own address, once its author is known and of the same server; what is here already is brought up to it. */
export async function keepFetched(ctx: Context, note: NoteDoc, coming: Coming): Promise<Found> {
  if (!isOneOrigin(note.uri, note.author)) return { missing: 'unreadable' }
  const author = await actorAt(ctx, note.author)
  if (!author || author.suspendedAt !== null) return { missing: 'refused' }
  const statusId = ctx.transact(() => {
    const before = statusByUri(ctx.db, { uri: note.uri })
    if (before?.accountId === author.id) changePost(ctx, author, before, note)
    return before ? before.id : keepPost(ctx, author, note, coming)
  })
  return statusId === undefined ? { missing: 'gone' } : { statusId }
}

/** A post by any address of it: here already, or fetched from its own server, notifying nobody. */
export async function resolveStatus(ctx: Context, address: string, { anew = false } = {}): Promise<Found> {
  const known = postAt(ctx, address) ?? statusByUrl(ctx.db, { url: address })
  if (known && !anew) return { statusId: known.id }
  return fetchAt(ctx, address, 1)
}

async function fetchAt(ctx: Context, address: string, more: number): Promise<Found> {
  const { document, missing } = await fetchDocument(ctx, address)
  if (!document) return { missing }
  if (document.kind === 'note') return keepFetched(ctx, document.note, { fresh: false })
  const about = document.kind === 'activity' ? document.activity.object.uri : undefined
  return about === undefined || more === 0 ? { missing: 'unreadable' } : fetchAt(ctx, about, more - 1)
}
