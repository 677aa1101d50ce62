import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import type { Json } from '../documents/words.ts'
import { ringAt } from './alarm.ts'
import { insertActivity, insertDeliveries, type Target } from './queries.ts'
import { senderOf } from './sender.ts'

/** How long something is tried: as Mastodon's two days. */
const TRIED = 2 * DAY

/** What is said to others: `owner` signs it (0: the server itself); `statusId` is the post whose way is noted. */
export type Saying = { owner: number; statusId?: number; body: Json; tried?: number }

/**
 * Says something to some inboxes, within the transaction that is its cause; who it concerns was decided before. Gives
 * the activity's id, 0 where it goes nowhere.
 */
export function send(
  ctx: Context,
  { owner, statusId, body, tried = TRIED }: Saying,
  targets: readonly Target[],
): number {
  if (targets.length === 0) return 0
  const now = ctx.now()
  const activityId = ctx.newId()
  insertActivity(ctx.db, { id: activityId, owner, statusId: statusId ?? null, body: JSON.stringify(body), now })
  const ways = JSON.stringify(targets.map(({ inbox, host }) => [inbox, host]))
  insertDeliveries(ctx.db, { activityId, targets: ways, now, lastAt: now + tried })
  ringAt(ctx, now)
  senderOf(ctx).wake()
  return activityId
}
