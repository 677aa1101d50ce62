import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { revokeAll } from './queries.ts'

/** After a block, neither stands in what the other wrote, here and where that went. */
export function revokeBetween(ctx: Context, { accountId, targetId }: Events['blocked']): void {
  const pairs = [
    { author: accountId, quoter: targetId },
    { author: targetId, quoter: accountId },
  ]
  for (const pair of pairs) for (const taken of revokeAll(ctx.db, pair)) ctx.emit('quoteRevoked', taken)
}
