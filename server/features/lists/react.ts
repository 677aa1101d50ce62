import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { limits } from '../../limits.ts'
import { addToListsOf, clearFromList, isInLists, listsWith, removePerson } from './queries.ts'

/** Writes a new post into the lists in which its author is. */
export function addToLists(ctx: Context, { statusId, accountId }: Events['statusPosted']): void {
  // most people are in none, which is found out sooner than where a post would stand
  if (isInLists(ctx.db, { accountId })?.found === 1) addToListsOf(ctx.db, { statusId, apart: limits.homeBoostsApart })
}

/** Writes a boost into the lists in which the booster is. */
export const addBoostToLists = (ctx: Context, { boostId }: Events['statusBoosted']) =>
  void addToListsOf(ctx.db, { statusId: boostId, apart: limits.homeBoostsApart })

/** Who is followed no longer is in no list of that person either. */
export function leaveLists(ctx: Context, { accountId: me, targetId: accountId }: Events['unfollowed']): void {
  for (const { id: listId } of listsWith(ctx.db, { me, accountId })) {
    removePerson(ctx.db, { listId, accountId })
    clearFromList(ctx.db, { listId, accountId })
  }
}
