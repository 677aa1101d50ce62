import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Events } from '../../events.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { listsOf, trimList } from '../lists/queries.ts'
import {
  addBoostToHomesOf,
  addBoostToOwnHome,
  addToHomesByTags,
  addToHomesOf,
  addToOwnHome,
  fillBoostsFrom,
  fillHomeFrom,
  fillHomeFromTag,
  membersAfter,
  nextFollowers,
  removeFromHome,
  removeTagFromHome,
  trimHome,
} from './queries.ts'

type Pair = { accountId: number; targetId: number }

/** Writes a new post into its author's home and the first followers' ones; a job goes on with the rest. */
export function addToHomes(ctx: Context, { statusId, accountId }: Events['statusPosted']): void {
  addToOwnHome(ctx.db, { accountId, statusId })
  addToHomesByTags(ctx.db, { statusId })
  addToNextHomes(ctx, statusId, accountId, 0)
}

/** Writes a boost into the homes of the booster and of those who follow them, where it is new. */
export function addBoostToHomes(ctx: Context, { boostId: statusId, accountId }: Events['statusBoosted']): void {
  addBoostToOwnHome(ctx.db, { accountId, statusId, apart: limits.homeBoostsApart })
  addToNextHomes(ctx, statusId, accountId, 0)
}

function addToNextHomes(ctx: Context, statusId: number, accountId: number, after: number): void {
  const most = limits.homeChunk
  const { last = null, count = 0 } = nextFollowers(ctx.db, { accountId, after, most }) ?? {}
  if (last === null) return
  addToHomesOf(ctx.db, { statusId, after, last })
  addBoostToHomesOf(ctx.db, { statusId, after, last, apart: limits.homeBoostsApart })
  if (count === most) ctx.queue.add('addToHomes', { statusId, accountId, afterFollowId: last })
}

/** Goes on with a post whose author has many followers. */
export const addToMoreHomes: Worker<Context, Jobs['addToHomes']> = {
  run: (ctx, { statusId, accountId, afterFollowId }) =>
    ctx.transact(() => {
      addToNextHomes(ctx, statusId, accountId, afterFollowId)
      ctx.emit('reachedHomes', { statusId, accountId, after: afterFollowId })
    }),
}

/** Brings the newest posts of somebody, and what they boosted, into the home of who follows them now. */
export function fillHome(ctx: Context, { accountId, targetId }: Pair): void {
  fillHomeFrom(ctx.db, { accountId, targetId, most: limits.homeFill })
  fillBoostsFrom(ctx.db, { accountId, targetId, most: limits.homeFillBoosts })
}

/** Takes somebody's posts out of the home of who follows them no longer. */
export const leaveHome = (ctx: Context, { accountId, targetId }: Pair) =>
  void removeFromHome(ctx.db, { accountId, targetId })

/** Brings the newest posts with a hashtag into the home of who follows it now. */
export const fillHomeByTag = (ctx: Context, { accountId, name }: Events['tagFollowed']) =>
  void fillHomeFromTag(ctx.db, { accountId, name, most: limits.homeFillByTag })

/** Takes posts with a hashtag out of the home of who follows it no longer. */
export const leaveHomeByTag = (ctx: Context, { accountId, name }: Events['tagUnfollowed']) =>
  void removeTagFromHome(ctx.db, { accountId, name })

/** Takes the posts of two people, one of whom blocks the other, out of each other's homes. */
export function leaveBothHomes(ctx: Context, { accountId, targetId }: Pair): void {
  removeFromHome(ctx.db, { accountId, targetId })
  removeFromHome(ctx.db, { accountId: targetId, targetId: accountId })
}

const MEMBERS_AT_ONCE = 100

/** Keeps homes and lists at their length: what is past it nobody scrolls to. */
export const trimHomes: Worker<Context, Jobs['trimHomes']> = {
  every: DAY,
  run(ctx) {
    let after = 0
    for (;;) {
      const members = membersAfter(ctx.db, { after, most: MEMBERS_AT_ONCE })
      ctx.transact(() => {
        for (const { id } of members) {
          trimHome(ctx.db, { accountId: id, kept: limits.homeEntries })
          for (const list of listsOf(ctx.db, { me: id }))
            trimList(ctx.db, { listId: list.id, kept: limits.homeEntries })
        }
      })
      after = members.at(-1)?.id ?? after
      if (members.length < MEMBERS_AT_ONCE) return
    }
  },
}
