import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { asMember } from '../../policies/viewer.ts'
import { optionsOf, pollsOf } from '../polls/queries.ts'
import { deleteStatus } from './delete.ts'
import { editStatus } from './edits/edit.ts'
import { type EditForm, statusForm } from './form.ts'
import { postStatus } from './post.ts'
import { presentStatuses } from './present.ts'
import { statusById } from './queries.ts'

/** Deletes a post of one's own that one agreed to delete; one that is gone already is left so. */
export function deleteAsAgreed(ctx: Context, { accountId, act }: Events['agreedOn']): void {
  if (act.kind !== 'delete' || statusById(ctx.db, { id: act.statusId })?.accountId !== accountId) return
  deleteStatus(ctx, asMember(accountId), { id: act.statusId, withMedia: true })
}

/** Puts a warning on a post of one's own in the words that were agreed on; what it says stays as it is. */
export function warnAsAgreed(ctx: Context, { accountId, act }: Events['agreedOn']): void {
  const row = act.kind === 'warn' ? statusById(ctx.db, { id: act.statusId }) : undefined
  if (act.kind !== 'warn' || row?.accountId !== accountId) return
  const poll = pollOf(ctx, row.id)
  editStatus(ctx, asMember(accountId), {
    media_attributes: [],
    id: row.id,
    status: row.text,
    spoiler_text: act.text,
    ...(poll && { poll }),
  })
}

/** The poll of a post as a form that leaves it as it is. */
function pollOf(ctx: Context, statusId: number): EditForm['poll'] {
  const [poll] = pollsOf(ctx.db, { ids: JSON.stringify([statusId]) })
  if (!poll) return undefined
  const options = optionsOf(ctx.db, { ids: JSON.stringify([poll.id]) }).map(({ title }) => title)
  return { options, multiple: poll.multiple === 1, hide_totals: poll.hideTotals === 1, expires_in: undefined }
}

/** Posts the very words that one signed, as an answer where what they are about can still be answered. */
export function postAsAgreed(ctx: Context, { accountId, act }: Events['agreedOn']): void {
  if (act.kind !== 'post') return
  const viewer = asMember(accountId)
  const answers = act.answers !== undefined && presentStatuses(ctx, viewer, [act.answers]).length > 0
  const form = { status: act.text, visibility: 'public', ...(answers && { in_reply_to_id: act.answers }) }
  postStatus(ctx, viewer, statusForm.parse(form), undefined)
}
