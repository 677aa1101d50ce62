import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { boostsOf } from './acts/queries.ts'
import { removeStatus, someStatusesOf } from './queries.ts'

/** Deletes some posts of somebody who is gone, their boosts and what hangs on them; gives how many. */
export function erasePosts(ctx: Context, accountId: number): number {
  return ctx.transact(() => {
    const rows = someStatusesOf(ctx.db, { accountId, most: limits.eraseChunk })
    for (const { id, reblogOfId } of rows) {
      const boosts = boostsOf(ctx.db, { statusId: id })
      for (const { boostId } of boosts) ctx.emit('statusLeaves', { statusId: boostId })
      ctx.emit('statusLeaves', { statusId: id })
      removeStatus(ctx.db, { id })
      if (reblogOfId === null) ctx.emit('statusDeleted', { statusId: id, accountId })
      else ctx.emit('statusUnboosted', { boostId: id, statusId: reblogOfId, accountId })
      for (const boost of boosts) ctx.emit('statusUnboosted', { ...boost, statusId: id })
    }
    return rows.length
  })
}
