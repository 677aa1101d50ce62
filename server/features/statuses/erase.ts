import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { limits } from '../../limits.ts'
import { boostsOf } from './acts/queries.ts'
import { removeStatus, someStatusesOf, statusById } from './queries.ts'

/** Deletes a post or boost with its boosts and what hangs on it; in a transaction. */
function eraseOne(
  ctx: Context,
  accountId: number,
  { id, reblogOfId }: { id: number; reblogOfId: number | null },
): void {
  const boosts = boostsOf(ctx.db, { statusId: id })
  for (const { boostId } of boosts) ctx.emit('statusLeaves', { statusId: boostId })
  ctx.emit('statusLeaves', { statusId: id })
  removeStatus(ctx.db, { id })
  if (reblogOfId === null) ctx.emit('statusDeleted', { statusId: id, accountId })
  else ctx.emit('statusUnboosted', { boostId: id, statusId: reblogOfId, accountId })
  for (const boost of boosts) ctx.emit('statusUnboosted', { ...boost, statusId: id })
}

/** Deletes some posts of somebody who is gone, their boosts and what hangs on them; gives how many. */
export function erasePosts(ctx: Context, accountId: number): number {
  return ctx.transact(() => {
    const rows = someStatusesOf(ctx.db, { accountId, most: limits.eraseChunk })
    for (const row of rows) eraseOne(ctx, accountId, row)
    return rows.length
  })
}

/** Deletes a post because moderators decided so, with every copy that is kept of it here. */
export function eraseCondemned(ctx: Context, { statusId }: Events['statusCondemned']): void {
  const row = statusById(ctx.db, { id: statusId })
  if (row) eraseOne(ctx, row.accountId, row)
}
