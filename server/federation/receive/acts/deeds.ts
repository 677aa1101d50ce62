import type { Context } from '../../../context.ts'
import { removeBlock, removeFollow, removeRequest } from '../../../features/relations/queries.ts'
import { boostOf, countPins, putPin, removeFavourite, removePin } from '../../../features/statuses/acts/queries.ts'
import { limits } from '../../../limits.ts'
import { decisionFor } from '../../../policies/domains.ts'
import { narrower } from '../../../policies/visibility.ts'
import type { Activity } from '../../vocab/activity.ts'
import { hostOf, isOneOrigin } from '../../vocab/json.ts'
import { mayTouch, postAt } from '../posts/find.ts'
import { visibilityOf } from '../posts/place.ts'
import { isFollowedHere, type KnownStatus, statusByUri } from '../posts/queries.ts'
import { type ActorRow, putTombstone, tombstoneOf } from '../queries.ts'
import { removePost } from './change.ts'
import { fetchLater, mayBePost } from './create.ts'
import { askerOf, endFollow, oneOfUs, sendAway } from './follow.ts'
import { blockBy, favouriteBy, followBy, insertBoostFrom, putBlockFrom, putFavouriteFrom } from './queries.ts'

/** Favourites a post that is here and that they may see. */
export function takeLike(ctx: Context, signer: ActorRow, { id: uri, actor, object }: Activity): void {
  const row = object.uri === undefined ? undefined : postAt(ctx, object.uri)
  if (!row || row.reblogOfId !== null || tombstoneOf(ctx.db, { uri, actor }) || !mayTouch(ctx, signer.id, row)) return
  const made = { id: ctx.newId(), accountId: signer.id, statusId: row.id, uri, now: ctx.now() }
  if (putFavouriteFrom(ctx.db, made) > 0) ctx.emit('statusFavourited', { statusId: row.id, accountId: signer.id })
}

/** Puts a boost of a post that is here: never of one that is not for everybody. */
export function putBoost(
  ctx: Context,
  signer: Pick<ActorRow, 'id'>,
  row: KnownStatus,
  boost: { uri: string; visibility: 'public' | 'unlisted' | 'private' },
): void {
  const isOpen = (row.visibility === 'public' || row.visibility === 'unlisted') && row.localOnly === 0
  if (!isOpen || row.reblogOfId !== null || !mayTouch(ctx, signer.id, row)) return
  if (boostOf(ctx.db, { me: signer.id, statusId: row.id }) || statusByUri(ctx.db, { uri: boost.uri })) return
  const boostId = ctx.newId()
  const visibility = narrower(boost.visibility, row.visibility)
  insertBoostFrom(ctx.db, {
    id: boostId,
    uri: boost.uri,
    accountId: signer.id,
    statusId: row.id,
    visibility,
    now: ctx.now(),
  })
  ctx.emit('statusBoosted', { boostId, statusId: row.id, accountId: signer.id })
}

/** What of the deeds of its people a group hands on changes what is here. */
const changing = new Set(['Update', 'Delete'])

/** A group says that a post that is here is other than it was, or gone: that is asked of its own server. */
function lookAgain(ctx: Context, signer: ActorRow, uri: string | undefined): void {
  const isHere = uri !== undefined && statusByUri(ctx.db, { uri }) !== undefined
  if (isHere && isFollowedHere(ctx.db, { id: signer.id })?.found === 1) fetchLater(ctx, uri)
}

/** Boosts a post, which is fetched from its own server where it is not here. A group that hands on what its people do names it within. */
export function takeAnnounce(ctx: Context, signer: ActorRow, activity: Activity): void {
  const { id: uri, actor, object } = activity
  if (object.inner && changing.has(object.type)) {
    lookAgain(ctx, signer, object.inner.object?.uri)
    return
  }
  const within = object.type === 'Create' ? object.inner?.object?.uri : undefined
  const address = object.inner ? within : mayBePost(object) ? object.uri : undefined
  if (address === undefined || tombstoneOf(ctx.db, { uri, actor }) || decisionFor(ctx.db, hostOf(address)).cutOff)
    return
  const audience = visibilityOf(activity, signer)
  if (audience === 'direct') return
  const row = postAt(ctx, address)
  const isHeard = isFollowedHere(ctx.db, { id: signer.id })?.found === 1
  if (row && (isHeard || row.local === 1)) putBoost(ctx, signer, row, { uri, visibility: audience })
  else if (!row && isHeard) fetchLater(ctx, address, { accountId: signer.id, uri, visibility: audience })
}

/** Blocks one of us: neither follows the other any more, and neither sees the other. */
export function takeBlock(ctx: Context, signer: ActorRow, { id: uri, actor, object }: Activity): void {
  const target = oneOfUs(ctx, object.uri)
  if (!target || tombstoneOf(ctx.db, { uri, actor })) return
  const pair = { accountId: signer.id, targetId: target.id }
  for (const way of [pair, { accountId: target.id, targetId: signer.id }]) {
    if (removeFollow(ctx.db, way) + removeRequest(ctx.db, way) > 0) ctx.emit('unfollowed', { ...way, by: signer.id })
  }
  putBlockFrom(ctx.db, { ...pair, id: ctx.newId(), uri, now: ctx.now() })
  ctx.emit('blocked', pair)
}

/** Takes back what somebody did themselves; what has not come yet does not come any more. */
export function takeUndo(ctx: Context, signer: ActorRow, { actor, object }: Activity): void {
  const { uri, type, inner } = object
  if (uri !== undefined && !isOneOrigin(uri, actor)) return
  if (uri !== undefined && ['Follow', 'Like', 'EmojiReact', 'Announce', 'Block', ''].includes(type))
    putTombstone(ctx.db, { uri, actor, now: ctx.now() })
  const accountId = signer.id
  const by = uri === undefined ? undefined : { uri, accountId }
  const about = inner?.object?.uri
  const followed = oneOfUs(ctx, type === 'Follow' ? about : undefined)?.id ?? (by && followBy(ctx.db, by)?.targetId)
  const liked =
    (type === 'Like' && about !== undefined ? postAt(ctx, about)?.id : undefined) ??
    (by && favouriteBy(ctx.db, by)?.statusId)
  const blocked = oneOfUs(ctx, type === 'Block' ? about : undefined)?.id ?? (by && blockBy(ctx.db, by)?.targetId)
  const boost = boostedBy(ctx, signer, uri, type === 'Announce' ? about : undefined)
  if (followed !== undefined) endFollow(ctx, signer, followed)
  if (liked !== undefined && removeFavourite(ctx.db, { me: accountId, statusId: liked }) > 0) {
    ctx.emit('statusUnfavourited', { statusId: liked, accountId })
  }
  if (blocked !== undefined) removeBlock(ctx.db, { accountId, targetId: blocked })
  if (boost) removePost(ctx, boost)
  if (type === 'Accept' && inner?.object) sendAway(ctx, signer, askerOf(ctx, inner.object))
}

/** Somebody's own boost, by its address or by what it boosts. */
function boostedBy(
  ctx: Context,
  { id: me }: ActorRow,
  uri: string | undefined,
  about: string | undefined,
): KnownStatus | undefined {
  const named = uri === undefined ? undefined : statusByUri(ctx.db, { uri })
  if (named) return named.accountId === me && named.reblogOfId !== null ? named : undefined
  const boosted = about === undefined ? undefined : postAt(ctx, about)
  const made = boosted && boostOf(ctx.db, { me, statusId: boosted.id })
  return made && { ...boosted, id: made.id, accountId: me, reblogOfId: boosted.id }
}

/** Puts an own post at the top of one's profile, or takes it from there. */
export function takeFeatured(ctx: Context, signer: ActorRow, { type, target, object }: Activity): void {
  if (target === undefined || target !== signer.featuredUri || object.uri === undefined) return
  const row = statusByUri(ctx.db, { uri: object.uri })
  const pin = { me: signer.id, statusId: row?.id ?? 0 }
  if (!row && type === 'Add' && isOneOrigin(object.uri, target)) fetchLater(ctx, object.uri)
  if (!row || row.accountId !== signer.id || row.reblogOfId !== null) return
  const isRoom = (countPins(ctx.db, pin)?.count ?? 0) < limits.pinnedStatuses
  if (type === 'Remove') removePin(ctx.db, pin)
  else if (isRoom) putPin(ctx.db, { ...pin, id: ctx.newId(), now: ctx.now() })
}
