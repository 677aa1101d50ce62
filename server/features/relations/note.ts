import type { Relationship } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { findOther, presentRelationship } from './other.ts'
import { putNote, removeNote } from './queries.ts'

/** Keeps what one wants to remember about somebody, for oneself alone; an empty text takes it away. Throws 422. */
export function noteAbout(ctx: Context, viewer: Viewer, form: { id: number; comment: string }): Relationship {
  const pair = { accountId: viewer.accountId, targetId: findOther(ctx, viewer, form.id).id }
  const note = form.comment.toWellFormed().trim()
  if (note.length > limits.accountNote) {
    const description = `This is longer than ${limits.accountNote} characters.`
    throw invalidFields({ comment: [{ error: 'ERR_TOO_LONG', description }] })
  }
  if (note === '') removeNote(ctx.db, pair)
  else putNote(ctx.db, { ...pair, note: ctx.vault.seal(note) })
  return presentRelationship(ctx, viewer, form.id)
}
