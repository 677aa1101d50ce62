import type { Context } from '../../../context.ts'
import { keepTags } from '../../../features/statuses/compose.ts'
import { keepVersion, setSilent, untagStatus } from '../../../features/statuses/edits/queries.ts'
import { mentionsOf } from '../../../features/statuses/queries.ts'
import type { NoteDoc } from '../../vocab/note.ts'
import type { ActorRow } from '../queries.ts'
import { keepDocument } from './document.ts'
import { keepMedia, recountPoll } from './hang.ts'
import { nameEverybody, tagsIn, wordsOf } from './keep.ts'
import { type KnownStatus, putRemoteStatus, rewriteRemoteStatus, textOf } from './queries.ts'

const isNewer = ({ createdAt, editedAt }: KnownStatus, updated: number | undefined) =>
  updated !== undefined && updated > (editedAt ?? createdAt)

/**
 * What the author of a post from elsewhere made of it: other words only where they are newer than what is here; the
 * numbers of a poll always, since they come without an edit. For whom it is stays. Within a transaction.
 */
export function changePost(ctx: Context, actor: ActorRow, row: KnownStatus, note: NoteDoc, signed = false): void {
  const statusId = row.id
  const before = textOf(ctx.db, { id: statusId })
  const isOtherPoll = note.poll !== undefined && recountPoll(ctx, statusId, note.poll)
  putRemoteStatus(ctx.db, {
    id: statusId,
    parentUri: null,
    repliesUri: note.replies ?? null,
    repliesTotal: note.repliesTotal ?? null,
    likesTotal: note.likesTotal ?? null,
    sharesTotal: note.sharesTotal ?? null,
    now: ctx.now(),
  })
  if (!isNewer(row, note.updated) || !before) return
  if (row.editedAt === null) keepVersion(ctx.db, { id: ctx.newId(), statusId })
  rewriteRemoteStatus(ctx.db, { ...wordsOf(ctx, actor, note), id: statusId, editedAt: note.updated ?? null })
  keepDocument(ctx, statusId, note, { answersUs: false, signed })
  keepMedia(ctx, statusId, actor, note.attachments)
  keepVersion(ctx.db, { id: ctx.newId(), statusId })
  const known = mentionsOf(ctx.db, { ids: JSON.stringify([statusId]) })
  const named = nameEverybody(ctx, statusId, note)
  for (const { accountId } of known)
    setSilent(ctx.db, { statusId, accountId, silent: named.includes(accountId) ? 0 : 1 })
  untagStatus(ctx.db, { statusId })
  keepTags(ctx, statusId, tagsIn(note))
  const isOther = before.html !== note.html || before.spoilerText !== note.spoilerText || isOtherPoll
  const added = isOther ? named.filter((id) => !known.some(({ accountId }) => accountId === id)) : []
  ctx.emit('statusEdited', { statusId, accountId: actor.id, added })
}
