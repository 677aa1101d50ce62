import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { statusById } from '../statuses/queries.ts'
import { putStep } from './queries.ts'

/** Notes the first reply to somebody else: before it, two rules that fit stand under the box. */
export function noteFirstReply(ctx: Context, { statusId, accountId }: Events['statusPosted']): void {
  const to = statusById(ctx.db, { id: statusId })?.inReplyToAccountId ?? null
  if (to !== null && to !== accountId) putStep(ctx.db, { accountId, step: 'reply', now: ctx.now() })
}
