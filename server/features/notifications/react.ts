import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { type Deed, whoIsTold } from '../../policies/interaction.ts'
import { votersIn } from '../polls/queries.ts'
import { quoteOf, quotersOf } from '../quotes/queries.ts'
import { mentionsOf, statusById } from '../statuses/queries.ts'
import { groupKeyOf } from './groups/key.ts'
import { putRequest } from './policy/queries.ts'
import { sortByPolicy } from './policy/sort.ts'
import {
  bellFollowers,
  holdersOf,
  type NotificationRow,
  removeFrom,
  takeBack,
  takeBackDeed,
  takeBackOf,
  tell,
} from './queries.ts'

type Pair = { accountId: number; targetId: number }
type Told = { ids: readonly number[]; type: NotificationRow['type']; statusId?: number | null }

/** Tells those of `ids` who are to be told of what the sender did, by what each chose to hear of whom. */
function tellOf(ctx: Context, deed: Deed, told: Told): void {
  const ids = whoIsTold(ctx.db, deed, told.ids, ctx.now())
  const { accepted, filtered } = sortByPolicy(ctx, deed.sender, { ...told, ids })
  tellAll(ctx, deed.sender, { ...told, ids: accepted })
  keepAsRequest(ctx, deed.sender, { ...told, ids: filtered })
}

function insert(ctx: Context, sender: number, { ids, type, statusId = null }: Told, filtered: 0 | 1) {
  const groupKey = groupKeyOf(type, statusId, ctx.now())
  return tell(ctx.db, { ids: JSON.stringify(ids), type, sender, statusId, now: ctx.now(), groupKey, filtered })
}

function tellAll(ctx: Context, sender: number, told: Told): void {
  for (const { id, accountId } of insert(ctx, sender, told, 0)) ctx.emit('notified', { notificationId: id, accountId })
}

/** What is not heard yet waits until the person looks at the sender's request. */
function keepAsRequest(ctx: Context, sender: number, told: Told): void {
  for (const { accountId } of insert(ctx, sender, told, 1)) {
    putRequest(ctx.db, { id: ctx.newId(), me: accountId, sender, statusId: told.statusId ?? null, now: ctx.now() })
  }
}

/** Tells those who want to know of each post of its author, but for whom it names anyway. */
export function notifyBell(ctx: Context, { statusId, accountId: sender }: Events['statusPosted']): void {
  const ids = bellFollowers(ctx.db, { statusId }).map(({ id }) => id)
  if (ids.length > 0) tellOf(ctx, { sender, threadId: undefined }, { ids, type: 'status', statusId })
}

/** Tells those whom a new post mentions. */
export function notifyMentioned(ctx: Context, { statusId, accountId: sender }: Events['statusPosted']): void {
  const ids = mentionsOf(ctx.db, { ids: JSON.stringify([statusId]) }).map(({ accountId }) => accountId)
  if (ids.length === 0) return
  const threadId = statusById(ctx.db, { id: statusId })?.threadId
  tellOf(ctx, { sender, threadId }, { ids, type: 'mention', statusId })
}

/**
 * Tells those whom an edit names of the post, and those who were told of it before or boosted it that it says something
 * else: once, however often it is edited.
 */
export function notifyEdited(ctx: Context, { statusId, accountId: sender, added }: Events['statusEdited']): void {
  const threadId = statusById(ctx.db, { id: statusId })?.threadId
  const before = holdersOf(ctx.db, { statusId }).map(({ id }) => id)
  takeBackOf(ctx.db, { statusId, type: 'update' })
  tellOf(ctx, { sender, threadId }, { ids: before, type: 'update', statusId })
  tellOf(ctx, { sender, threadId }, { ids: added, type: 'mention', statusId })
  takeBackOf(ctx.db, { statusId, type: 'quoted_update' })
  const quoters = quotersOf(ctx.db, { quotedId: statusId }).map(({ id }) => id)
  tellOf(ctx, { sender, threadId }, { ids: quoters, type: 'quoted_update', statusId })
}

/** Tells the author of a post that a new one quotes it. */
export function notifyQuoted(ctx: Context, { statusId, accountId: sender }: Events['statusPosted']): void {
  const quoted = quoteOf(ctx.db, { statusId })?.quotedAccountId
  if (!quoted) return
  const threadId = statusById(ctx.db, { id: statusId })?.threadId
  tellOf(ctx, { sender, threadId }, { ids: [quoted], type: 'quote', statusId })
}

/** Tells those who voted in a poll, and who asked it, that it is over. */
export function notifyPollEnded(ctx: Context, { pollId, statusId, accountId: sender }: Events['pollEnded']): void {
  const threadId = statusById(ctx.db, { id: statusId })?.threadId
  const voters = votersIn(ctx.db, { pollId }).map(({ id }) => id)
  tellOf(ctx, { sender, threadId }, { ids: voters, type: 'poll', statusId })
  tellAll(ctx, sender, { ids: [sender], type: 'poll', statusId })
}

type Deeded = { statusId: number; accountId: number }

/** Tells the author of a post what somebody did with it. */
function tellAuthor(ctx: Context, { statusId, accountId: sender }: Deeded, type: Told['type']): void {
  const row = statusById(ctx.db, { id: statusId })
  if (row) tellOf(ctx, { sender, threadId: row.threadId }, { ids: [row.accountId], type, statusId })
}

/** Tells somebody that their post was boosted. */
export const notifyBoosted = (ctx: Context, boosted: Events['statusBoosted']) => tellAuthor(ctx, boosted, 'reblog')

/** Tells somebody that their post was favourited. */
export const notifyFavourited = (ctx: Context, favourited: Deeded) => tellAuthor(ctx, favourited, 'favourite')

/** A boost that was taken back leaves no notification. */
export const forgetBoost = (ctx: Context, { statusId, accountId: sender }: Events['statusUnboosted']) =>
  void takeBackDeed(ctx.db, { statusId, sender, type: 'reblog' })

/** A favourite that was taken back leaves no notification. */
export const forgetFavourite = (ctx: Context, { statusId, accountId: sender }: Deeded) =>
  void takeBackDeed(ctx.db, { statusId, sender, type: 'favourite' })

/** Tells somebody of a new follower; whoever just allowed that person to follow knows it already. */
export function notifyFollowed(ctx: Context, { accountId: sender, targetId }: Pair): void {
  const allowed = takeBack(ctx.db, { me: targetId, sender, type: 'follow_request' }) > 0
  if (!allowed) tellOf(ctx, { sender, threadId: undefined }, { ids: [targetId], type: 'follow' })
}

/** Tells somebody that a person asks to follow them. */
export const notifyAsked = (ctx: Context, { accountId: sender, targetId }: Pair) =>
  tellOf(ctx, { sender, threadId: undefined }, { ids: [targetId], type: 'follow_request' })

/** A follow or request that is no more leaves no notification. */
export function forgetFollow(ctx: Context, { accountId, targetId }: Pair): void {
  for (const type of ['follow', 'follow_request']) takeBack(ctx.db, { me: targetId, sender: accountId, type })
}

/** After a block, neither keeps a notification of the other. */
export function forgetEachOther(ctx: Context, { accountId, targetId }: Pair): void {
  removeFrom(ctx.db, { me: accountId, sender: targetId })
  removeFrom(ctx.db, { me: targetId, sender: accountId })
}

/** A mute with notifications takes those away that are there. */
export function forgetMuted(ctx: Context, { accountId, targetId, notifications }: Events['muted']): void {
  if (notifications) removeFrom(ctx.db, { me: accountId, sender: targetId })
}
