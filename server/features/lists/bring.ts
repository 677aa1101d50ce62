import type { Context } from '../../context.ts'
import { invalid } from '../../core/errors.ts'
import { PAST_ALL_IDS } from '../../db/range.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { makeList, readLists } from './edit.ts'
import { addPeople, removePeople } from './people.ts'
import { peopleOf } from './queries.ts'

const titled = (ctx: Context, viewer: Viewer, title: string) =>
  readLists(ctx, viewer).find((list) => list.title === title)

/** Puts somebody into one's list of that name, made where there is none. Throws 404 and 422 as making and adding do. */
export function putInList(ctx: Context, viewer: Viewer, written: string, accountId: number): void {
  const title = written.trim().slice(0, limits.listTitle)
  if (title === '') throw invalid('This line names no list.')
  const list = titled(ctx, viewer, title) ?? makeList(ctx, viewer, { title })
  addPeople(ctx, viewer, { id: Number(list.id), account_ids: [accountId] })
}

/** Takes everybody but `ids` out of one's list of that name, where there is one. */
export function keepInList(ctx: Context, viewer: Viewer, title: string, ids: readonly number[]): void {
  const list = titled(ctx, viewer, title.trim().slice(0, limits.listTitle))
  if (!list) return
  const listId = Number(list.id)
  const all = { below: PAST_ALL_IDS, above: 0, ascending: true, most: limits.listAccounts }
  const others = peopleOf(ctx.db, { listId }, all).flatMap(({ accountId }) =>
    ids.includes(accountId) ? [] : accountId,
  )
  removePeople(ctx, viewer, { id: listId, account_ids: others })
}
