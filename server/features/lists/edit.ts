import type { List } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { PAST_ALL_IDS } from '../../db/range.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentList } from './present.ts'
import {
  countLists,
  insertList,
  type ListRow,
  listOf,
  listsOf,
  listsWith,
  peopleOf,
  removeList,
  updateList,
} from './queries.ts'

/** What a list is told to be; what is left out stays as it is. */
export type ListForm = { title?: string; replies_policy?: ListRow['repliesPolicy']; exclusive?: boolean }

/** One's own list. Throws 404 for every other one. */
export function findList(ctx: Context, { accountId: me }: Viewer, id: number): ListRow {
  const row = listOf(ctx.db, { id, me })
  if (!row) throw notFound()
  return row
}

/** One's lists, the oldest first. */
export const readLists = (ctx: Context, { accountId: me }: Viewer): List[] => listsOf(ctx.db, { me }).map(presentList)

/** Those of one's lists in which a person is. */
export const readListsWith = (ctx: Context, { accountId: me }: Viewer, accountId: number): List[] =>
  listsWith(ctx.db, { me, accountId }).map(presentList)

/** Makes a list. Throws 422 without a title, and where one has too many. */
export function makeList(ctx: Context, viewer: Viewer, form: ListForm & { title: string }): List {
  return ctx.transact(() => {
    const me = viewer.accountId
    if ((countLists(ctx.db, { me })?.count ?? 0) >= limits.lists) {
      throw invalid(`You can have ${limits.lists} lists at most. Take one away that you no longer read.`)
    }
    const row: ListRow = {
      id: ctx.newId(),
      title: form.title,
      repliesPolicy: form.replies_policy ?? 'list',
      exclusive: form.exclusive ? 1 : 0,
    }
    insertList(ctx.db, { ...row, me, now: ctx.now() })
    return presentList(row)
  })
}

/** Changes a list; its people leave or come back to one's home as it becomes exclusive or not. Throws 404. */
export function editList(ctx: Context, viewer: Viewer, id: number, form: ListForm): List {
  return ctx.transact(() => {
    const before = findList(ctx, viewer, id)
    const row: ListRow = {
      id,
      title: form.title ?? before.title,
      repliesPolicy: form.replies_policy ?? before.repliesPolicy,
      exclusive: form.exclusive === undefined ? before.exclusive : form.exclusive ? 1 : 0,
    }
    updateList(ctx.db, { ...row, me: viewer.accountId })
    if (row.exclusive !== before.exclusive) tellHome(ctx, viewer, row)
    return presentList(row)
  })
}

/** Takes a list away; its people come back to one's home. Throws 404. */
export function deleteList(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    const row = findList(ctx, viewer, id)
    const people = peopleIn(ctx, id)
    removeList(ctx.db, { id, me: viewer.accountId })
    if (row.exclusive === 1) {
      for (const targetId of people) ctx.emit('shownInHome', { accountId: viewer.accountId, targetId })
    }
    return {}
  })
}

const peopleIn = (ctx: Context, listId: number) =>
  peopleOf(ctx.db, { listId }, { below: PAST_ALL_IDS, above: 0, ascending: true, most: limits.listAccounts }).map(
    ({ accountId }) => accountId,
  )

function tellHome(ctx: Context, { accountId }: Viewer, { id, exclusive }: ListRow): void {
  const name = exclusive === 1 ? 'keptFromHome' : 'shownInHome'
  for (const targetId of peopleIn(ctx, id)) ctx.emit(name, { accountId, targetId })
}
