import type { Context } from '../../context.ts'
import { MINUTE } from '../../core/clock.ts'
import { afterQuiet } from '../../core/quiet.ts'
import type { Events } from '../../events.ts'
import type { Jobs } from '../../job-payloads.ts'
import { notificationOf } from '../notifications/queries.ts'
import { readChoices } from './choices.ts'
import { subscriptionsOf } from './queries.ts'
import { alertsOf } from './subscribe.ts'

/** Lets a device be told once its owner's quiet hours are over: once, however much came. */
export function waitForQuiet(ctx: Context, told: Omit<Jobs['sendPush'], 'late'>, at: number): void {
  const minute = at - (at % MINUTE)
  ctx.queue.add('sendPush', { ...told, late: true }, { at: minute, once: `push:${told.subscriptionId}:${minute}` })
}

/** Lets those devices of somebody be told of a notification that want to hear of its kind. */
export function pushNotification(ctx: Context, { notificationId, accountId }: Events['notified']): void {
  const rows = subscriptionsOf(ctx.db, { accountId })
  const type = rows.length > 0 && notificationOf(ctx.db, { id: notificationId, me: accountId })?.type
  // what moderators decided is told as a notice, with nobody's name or words
  if (!type || type === 'moderation_warning') return
  const at = afterQuiet(readChoices(ctx, accountId), ctx.now())
  for (const row of rows) {
    if (!alertsOf(row).includes(type)) continue
    const told = { subscriptionId: row.id, notificationId }
    if (at > ctx.now()) waitForQuiet(ctx, told, at)
    else ctx.queue.add('sendPush', { ...told, late: false })
  }
}

/** Lets somebody's devices be told that the community has something for them; the row says not for whom. */
export function pushNotice(ctx: Context, { accountId }: Events['noticeGiven']): void {
  const wants = subscriptionsOf(ctx.db, { accountId }).some((row) => alertsOf(row).includes('notice'))
  if (wants) ctx.queue.add('sendNotice', { who: ctx.vault.seal(String(accountId)).toString('base64') })
}
