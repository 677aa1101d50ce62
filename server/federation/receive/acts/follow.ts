import type { Context } from '../../../context.ts'
import { blockedByDomain } from '../../../features/relations/domains/queries.ts'
import { putFollow, removeFollow, removeRequest, requestOf } from '../../../features/relations/queries.ts'
import { readRelations } from '../../../policies/relations.ts'
import type { Activity, ObjectDoc } from '../../vocab/activity.ts'
import { oursAt } from '../posts/place.ts'
import { type ActorRow, tombstoneOf } from '../queries.ts'
import { isAsking, isFollowing, localAccount, putFollowFrom, putRequestFrom } from './queries.ts'
import { isAboutQuote, takeQuoteAccept, takeQuoteReject } from './quote.ts'

/** One of us at an address. */
export const oneOfUs = (ctx: Context, address: string | undefined) => {
  const ours = address === undefined ? undefined : oursAt(ctx, address)
  return ours && ours.statusId === undefined ? localAccount(ctx.db, { id: ours.accountId }) : undefined
}

/** Follows one of us, or asks to where they decide themselves; who is blocked, or whose server is, hears no. */
export function takeFollow(ctx: Context, signer: ActorRow, { id: uri, actor, object }: Activity): void {
  const target = oneOfUs(ctx, object.uri)
  if (!target || tombstoneOf(ctx.db, { uri, actor })) return
  const pair = { accountId: signer.id, targetId: target.id }
  const { blocking, blockedBy } = readRelations(ctx.db, signer.id, [target.id], ctx.now())
  const row = { ...pair, id: ctx.newId(), uri, now: ctx.now() }
  const isOfBlocked = blockedByDomain(ctx.db, { me: target.id, ids: JSON.stringify([signer.id]) }).length > 0
  if (isOfBlocked || blocking.has(target.id) || blockedBy.has(target.id)) ctx.emit('followRefused', { ...pair, uri })
  else if (isFollowing(ctx.db, pair)) {
    putFollowFrom(ctx.db, row)
    ctx.emit('followRepeated', pair)
  } else if (target.locked === 1) {
    const isNew = !isAsking(ctx.db, pair)
    putRequestFrom(ctx.db, row)
    if (isNew) ctx.emit('followRequested', pair)
  } else {
    putFollowFrom(ctx.db, row)
    ctx.emit('followed', pair)
  }
}

/** Ends a follow of somebody elsewhere, or takes a request back. */
export function endFollow(ctx: Context, signer: ActorRow, targetId: number): void {
  const pair = { accountId: signer.id, targetId }
  if (removeFollow(ctx.db, pair) + removeRequest(ctx.db, pair) > 0) ctx.emit('unfollowed', pair)
}

/** Who of us asked what is answered: the follow is given whole, or by its address, which begins with its actor's. */
export function askerOf(ctx: Context, { uri, inner }: ObjectDoc): number | undefined {
  const named = oneOfUs(ctx, inner?.actor)
  if (named) return named.id
  const [, actor] = /^(.*\/ap\/users\/\d{1,16})(?:[#/?].*)?$/.exec(uri ?? '') ?? []
  return oneOfUs(ctx, actor)?.id
}

/** Somebody elsewhere lets one of us follow them, who asked to: nobody is given a follow that they did not ask for. */
export function takeAccept(ctx: Context, signer: ActorRow, activity: Activity): void {
  const { object } = activity
  if (isAboutQuote(activity)) {
    takeQuoteAccept(ctx, signer, activity)
    return
  }
  const accountId = askerOf(ctx, object)
  if (accountId === undefined) return
  const pair = { accountId, targetId: signer.id }
  const request = requestOf(ctx.db, pair)
  if (!request) return
  removeRequest(ctx.db, pair)
  putFollow(ctx.db, { ...pair, ...request, id: ctx.newId(), now: ctx.now() })
  ctx.emit('followed', pair)
}

/** Somebody elsewhere says no to a follow of one of us, also later. */
export function takeReject(ctx: Context, signer: ActorRow, activity: Activity): void {
  const { object } = activity
  if (isAboutQuote(activity)) {
    takeQuoteReject(ctx, signer, activity)
    return
  }
  sendAway(ctx, signer, askerOf(ctx, object))
}

/** One of us follows somebody elsewhere no more, by their word. */
export function sendAway(ctx: Context, signer: ActorRow, accountId: number | undefined): void {
  if (accountId === undefined) return
  const pair = { accountId, targetId: signer.id }
  if (removeFollow(ctx.db, pair) + removeRequest(ctx.db, pair) > 0) ctx.emit('unfollowed', { ...pair, by: signer.id })
}
