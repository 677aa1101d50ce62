import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { postTold } from '../statuses/queries.ts'
import { putStep } from './queries.ts'

/** Notes the first reply to somebody else: before it, two rules that fit stand under the box. */
export function noteFirstReply(ctx: Context, event: Events['statusPosted']): void {
  const { accountId } = event
  const row = postTold(ctx.db, event)
  const to = row?.inReplyToAccountId ?? null
  if (row?.uri === null && to !== null && to !== accountId)
    putStep(ctx.db, { accountId, step: 'reply', now: ctx.now() })
}
