import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { removeFrom, takeBack, tellMentioned, tellOfPerson } from './queries.ts'

type Pair = { accountId: number; targetId: number }

/** Tells those whom a new post mentions. */
export const notifyMentioned = (ctx: Context, { statusId, accountId }: Events['statusPosted']) =>
  void tellMentioned(ctx.db, { statusId, author: accountId, now: ctx.now() })

/** Tells somebody of a new follower; whoever just allowed that person to follow knows it already. */
export function notifyFollowed(ctx: Context, { accountId, targetId }: Pair): void {
  const allowed = takeBack(ctx.db, { me: targetId, sender: accountId, type: 'follow_request' }) > 0
  if (!allowed) tellOfPerson(ctx.db, { me: targetId, sender: accountId, type: 'follow', now: ctx.now() })
}

/** Tells somebody that a person asks to follow them. */
export const notifyAsked = (ctx: Context, { accountId, targetId }: Pair) =>
  void tellOfPerson(ctx.db, { me: targetId, sender: accountId, type: 'follow_request', now: ctx.now() })

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
