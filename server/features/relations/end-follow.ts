import type { Context } from '../../context.ts'
import { followUri, removeFollow, removeRequest } from './queries.ts'

type Pair = { accountId: number; targetId: number }

/** Ends a follow or a request to follow, told of by who ended it; false where there was none. */
export function endFollow(ctx: Context, pair: Pair, by: number): boolean {
  const uri = followUri(ctx.db, pair)?.uri ?? undefined
  if (removeFollow(ctx.db, pair) + removeRequest(ctx.db, pair) === 0) return false
  ctx.emit('unfollowed', { ...pair, by, uri })
  return true
}
