import type { Relationship } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { endFollow } from './end-follow.ts'
import { findOther, presentRelationship } from './other.ts'
import { putBlock, removeBlock } from './queries.ts'

/** Blocks somebody: neither follows the other any more, and neither can see or reach the other. */
export function block(ctx: Context, viewer: Viewer, id: number): Relationship {
  return ctx.transact(() => {
    const pair = { accountId: viewer.accountId, targetId: findOther(ctx, viewer, id).id }
    for (const way of [pair, { accountId: pair.targetId, targetId: pair.accountId }])
      endFollow(ctx, way, pair.accountId)
    putBlock(ctx.db, { ...pair, id: ctx.newId(), now: ctx.now() })
    ctx.emit('blocked', pair)
    return presentRelationship(ctx, viewer, id)
  })
}

/** Ends a block; the follows that it ended do not come back. */
export function unblock(ctx: Context, viewer: Viewer, id: number): Relationship {
  return ctx.transact(() => {
    const pair = { accountId: viewer.accountId, targetId: findOther(ctx, viewer, id).id }
    if (removeBlock(ctx.db, pair) > 0) ctx.emit('unblocked', pair)
    return presentRelationship(ctx, viewer, id)
  })
}
