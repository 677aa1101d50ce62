import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { revokeAll } from './queries.ts'

/** After a block, neither stands in what the other wrote. */
export function revokeBetween(ctx: Context, { accountId, targetId }: Events['blocked']): void {
  revokeAll(ctx.db, { author: accountId, quoter: targetId })
  revokeAll(ctx.db, { author: targetId, quoter: accountId })
}
