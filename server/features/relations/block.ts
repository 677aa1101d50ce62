import type { Relationship } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { findOther, presentRelationship } from './other.ts'
import { putBlock, removeBlock, removeFollow, removeRequest } from './queries.ts'

/** Blocks somebody: neither follows the other any more, and neither can see or reach the other. */
export function block(ctx: Context, viewer: Viewer, id: number): Relationship {
  return ctx.transact(() => {
    const pair = { accountId: viewer.accountId, targetId: findOther(ctx, viewer, id).id }
    for (const way of [pair, { accountId: pair.targetId, targetId: pair.accountId }]) {
      if (removeFollow(ctx.db, way) + removeRequest(ctx.db, way) > 0) ctx.emit('unfollowed', way)
    }
    putBlock(ctx.db, { ...pair, id: ctx.newId(), now: ctx.now() })
    ctx.emit('blocked', pair)
    return presentRelationship(ctx, viewer, id)
  })
}

/** Ends a block; the follows that it ended do not come back. */
export function unblock(ctx: Context, viewer: Viewer, id: number): Relationship {
  removeBlock(ctx.db, { accountId: viewer.accountId, targetId: findOther(ctx, viewer, id).id })
  return presentRelationship(ctx, viewer, id)
}
