import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { deleteStatus } from './delete.ts'
import { statusForm } from './form.ts'
import { postStatus } from './post.ts'
import { presentStatuses } from './present.ts'
import { statusById } from './queries.ts'

/** A member who may post; that they may was asked where they tapped. */
const asMember = (accountId: number): Viewer => ({
  accountId,
  state: 'member',
  roles: [],
  scopes: undefined,
  acceptedRules: true,
  appId: undefined,
})

/** Deletes a post of one's own that one agreed to delete; one that is gone already is left so. */
export function deleteAsAgreed(ctx: Context, { accountId, act }: Events['agreedOn']): void {
  if (act.kind !== 'delete' || statusById(ctx.db, { id: act.statusId })?.accountId !== accountId) return
  deleteStatus(ctx, asMember(accountId), act.statusId)
}

/** Posts the very words that one signed, as an answer where what they are about can still be answered. */
export function postAsAgreed(ctx: Context, { accountId, act }: Events['agreedOn']): void {
  if (act.kind !== 'post') return
  const viewer = asMember(accountId)
  const answers = act.answers !== undefined && presentStatuses(ctx, viewer, [act.answers]).length > 0
  const form = { status: act.text, visibility: 'public', ...(answers && { in_reply_to_id: act.answers }) }
  postStatus(ctx, viewer, statusForm.parse(form), undefined)
}
