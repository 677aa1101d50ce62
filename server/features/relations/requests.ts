import type { Relationship } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { PAST_ALL_IDS } from '../../db/range.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { endFollow } from './end-follow.ts'
import { presentRelationship } from './other.ts'
import { askersOf, followUri, nameFollow, putFollow, removeRequest, requestOf } from './queries.ts'

/** Lets somebody follow who asked to. Throws 404 when they did not. */
export function authorize(ctx: Context, viewer: Viewer, accountId: number): Relationship {
  return ctx.transact(() => {
    accept(ctx, accountId, viewer.accountId)
    return presentRelationship(ctx, viewer, accountId)
  })
}

function accept(ctx: Context, accountId: number, targetId: number): void {
  const pair = { accountId, targetId }
  const request = requestOf(ctx.db, pair)
  if (!request) throw notFound()
  const uri = followUri(ctx.db, pair)?.uri ?? null
  removeRequest(ctx.db, pair)
  putFollow(ctx.db, { ...pair, ...request, id: ctx.newId(), now: ctx.now() })
  if (uri !== null) nameFollow(ctx.db, { ...pair, uri })
  ctx.emit('followed', pair)
}

/** Says no to a request to follow; the person who asked is not told. Throws 404 when nobody asked. */
export function reject(ctx: Context, viewer: Viewer, accountId: number): Relationship {
  return ctx.transact(() => {
    const pair = { accountId, targetId: viewer.accountId }
    if (!requestOf(ctx.db, pair)) throw notFound()
    endFollow(ctx, pair, viewer.accountId)
    return presentRelationship(ctx, viewer, accountId)
  })
}

const AT_ONCE = 100

/** Lets everybody follow who asked to, since the profile is open from now on. */
export function acceptAll(ctx: Context, { accountId }: { accountId: number }): void {
  for (;;) {
    const range = { below: PAST_ALL_IDS, above: 0, ascending: true, most: AT_ONCE }
    const askers = askersOf(ctx.db, { accountId }, range)
    for (const asker of askers) accept(ctx, asker.accountId, accountId)
    if (askers.length < AT_ONCE) return
  }
}
