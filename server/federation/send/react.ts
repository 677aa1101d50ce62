import type { Context } from '../../context.ts'
import { DAY, MINUTE } from '../../core/clock.ts'
import type { Events } from '../../events.ts'
import { accountById } from '../../features/accounts/queries.ts'
import { hydrate } from '../../features/statuses/hydrate.ts'
import { postTold, type StatusRow, statusById } from '../../features/statuses/queries.ts'
import { actorUri, followersUri, PUBLIC, postUri } from '../addresses.ts'
import { deed, deedsWith, tombstone } from '../documents/activities.ts'
import {
  cancelPost,
  deletedByModerators,
  everyServer,
  followersInboxes,
  forgetDelivered,
  inboxesOf,
  keepPurge,
  leaveActorTombstone,
  leaveTombstone,
  touchedBy,
  waysOf,
} from './queries.ts'
import { together } from './recipients.ts'
import { send } from './send.ts'

/** How long it is tried to tell that something is gone: longer than anything else. */
const GONE_TRIED = 7 * DAY
/** Votes come together; what is told is how it stands after that while. */
const VOTES_TOGETHER = 3 * MINUTE

const isOurs = (ctx: Context, accountId: number) => accountById(ctx.db, { id: accountId })?.domain === null

/** A post goes to other servers, unless it stays here. */
export function sendPost(ctx: Context, event: Events['statusPosted']): void {
  const { statusId, accountId } = event
  const row = postTold(ctx.db, event)
  if (!row || row.uri !== null || row.localOnly === 1 || !isOurs(ctx, accountId)) return
  ctx.queue.add('federate', { what: 'posted', statusId })
}

/** So does a boost. */
export const sendBoost = (ctx: Context, { boostId, accountId }: Events['statusBoosted']): void =>
  sendPost(ctx, { statusId: boostId, accountId })

/** New words follow the old ones. */
export function sendEdit(ctx: Context, { statusId, accountId }: { statusId: number; accountId: number }): void {
  if (!isOurs(ctx, accountId)) return
  ctx.queue.add('federate', { what: 'edited', statusId }, { once: `edited:${statusId}` })
}

/** So does who stops replying in a conversation that began here, and that they no longer do. */
export function sendLock(ctx: Context, { threadId }: Events['lockChanged']): void {
  const root = statusById(ctx.db, { id: threadId })
  if (root && root.localOnly === 0) sendEdit(ctx, { statusId: root.id, accountId: root.accountId })
}

/** Whoever was found whom a post names gets it too. */
export const sendNamed = (ctx: Context, { statusId, added }: Events['namesFound']): void =>
  void ctx.queue.add('federate', { what: 'named', statusId, added })

/** How a poll of ours stands is told once for several votes. */
export function sendVotes(ctx: Context, { statusId }: Events['pollVoted']): void {
  const row = statusById(ctx.db, { id: statusId })
  if (!row || !isOurs(ctx, row.accountId)) return
  const options = { at: ctx.now() + VOTES_TOGETHER, once: `votes:${statusId}` }
  ctx.queue.add('federate', { what: 'edited', statusId }, options)
}

/** What is gone is told to all who got it, and at its own address; what was not sent yet is not sent any more. */
export function sendGone(ctx: Context, { statusId }: Events['statusLeaves']): void {
  const row = statusById(ctx.db, { id: statusId })
  const author = row && accountById(ctx.db, { id: row.accountId })
  if (!row || author?.domain !== null) return
  const uri = postUri(ctx, { ...row, uri: null })
  leaveTombstone(ctx.db, { statusId, uri, now: ctx.now() })
  // with somebody who is gone goes all that they wrote; what moderators deleted does not wait for that
  const isToldNow = author.suspendedAt === null || deletedByModerators(ctx.db, { statusId })
  if (row.localOnly === 0 && isToldNow) tellGone(ctx, row, uri)
  cancelPost(ctx.db, { statusId })
  forgetDelivered(ctx.db, { statusId })
}

function tellGone(ctx: Context, row: StatusRow, uri: string): void {
  const statusId = row.id
  const touched = touchedBy(ctx.db, { statusId }).map(({ id }) => id)
  const people = inboxesOf(ctx.db, { from: 0, ids: JSON.stringify(touched) })
  const targets = together(waysOf(ctx.db, { statusId }), people)
  if (targets.length === 0) return
  const owner = row.accountId
  const audience = { to: [PUBLIC], cc: [] }
  const body =
    row.reblogOfId === null
      ? deed('Delete', `${uri}#delete`, actorUri(ctx, owner), tombstone(uri), audience)
      : undo(ctx, owner, boostBody(ctx, statusId), audience)
  const activityId = send(ctx, { owner, body, tried: GONE_TRIED }, targets)
  if (!deletedByModerators(ctx.db, { statusId })) return
  keepPurge(ctx.db, { activityId, statusId, uri, targets: JSON.stringify(targets), now: ctx.now() })
}

function boostBody(ctx: Context, boostId: number) {
  const [announce] = deedsWith(ctx, hydrate(ctx, undefined, [boostId]).parts)
  return announce ?? {}
}

/** What takes another deed of somebody's back. */
export function undo(ctx: Context, owner: number, object: Record<string, unknown>, more = {}) {
  const actor = actorUri(ctx, owner)
  return deed('Undo', `${actor}#undo/${ctx.newId()}`, actor, object, more)
}

/** Somebody's profile says something else. */
export function sendProfile(ctx: Context, { accountId }: { accountId: number }): void {
  if (!isOurs(ctx, accountId)) return
  ctx.queue.add('federate', { what: 'profile', accountId }, { once: `profile:${accountId}` })
}

/** Somebody here is gone: every server that may know them is told. */
export function sendLeft(ctx: Context, { accountId }: Events['accountRemoved']): void {
  const account = accountById(ctx.db, { id: accountId })
  if (account?.domain !== null || account.joinedAt === null) return
  const uri = actorUri(ctx, accountId)
  leaveActorTombstone(ctx.db, { uri, now: ctx.now() })
  const body = deed('Delete', `${uri}#delete`, uri, uri, { to: [PUBLIC] })
  send(ctx, { owner: accountId, body, tried: GONE_TRIED }, everyServer(ctx.db))
}

/** A post goes to the top of a profile, or from it. */
function sendPinned(ctx: Context, type: 'Add' | 'Remove', { statusId, accountId }: Events['statusPinned']): void {
  const row = statusById(ctx.db, { id: statusId })
  const isOpen = row?.visibility === 'public' || row?.visibility === 'unlisted'
  if (!row || !isOpen || row.localOnly === 1 || !isOurs(ctx, accountId)) return
  const actor = actorUri(ctx, accountId)
  const more = { target: `${actor}/featured`, to: [PUBLIC], cc: [followersUri(ctx, accountId)] }
  const object = postUri(ctx, { ...row, uri: null })
  const body = deed(type, `${actor}#${type.toLowerCase()}/${ctx.newId()}`, actor, object, more)
  send(ctx, { owner: accountId, body }, followersInboxes(ctx.db, { accountId }))
}

/** Tells followers of a post at the top of a profile. */
export const sendPin = (ctx: Context, event: Events['statusPinned']): void => sendPinned(ctx, 'Add', event)

/** Tells followers that it is there no more. */
export const sendUnpin = (ctx: Context, event: Events['statusUnpinned']): void => sendPinned(ctx, 'Remove', event)
