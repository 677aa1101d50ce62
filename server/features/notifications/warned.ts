import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { leadsStep } from '../moderation/decide/present.ts'
import { actionById } from '../moderation/decide/queries.ts'
import { keyholderById } from '../sessions/queries.ts'
import { removeGroup, tell } from './queries.ts'

const keyOf = (actionId: number) => `moderation_warning-${actionId}`

/** Tells the programs of somebody here what moderators decided about them, once for each step; as Mastodon, in their own name. */
export function notifyWarned(ctx: Context, { actionId }: Events['actionSettled']): void {
  const action = actionById(ctx.db, { id: actionId })
  const me = action?.targetId
  if (!action || me == null || !leadsStep(ctx, action) || !keyholderById(ctx.db, { accountId: me })) return
  const row = { sender: me, statusId: null, now: ctx.now(), groupKey: keyOf(actionId), filtered: 0 }
  for (const { id, accountId } of tell(ctx.db, { ...row, ids: JSON.stringify([me]), type: 'moderation_warning' })) {
    ctx.emit('notified', { notificationId: id, accountId })
  }
}

/** What was taken back is not told any more. */
export function forgetWarned(ctx: Context, { actionId }: Events['actionOver']): void {
  const action = actionById(ctx.db, { id: actionId })
  if (action?.targetId == null || action.overWhy === 'time') return
  removeGroup(ctx.db, { me: action.targetId, key: keyOf(actionId) })
}
