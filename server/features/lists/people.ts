import type { Context } from '../../context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import type { Page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { findList } from './edit.ts'
import {
  addPerson,
  clearFromList,
  countPeople,
  fillListFrom,
  followedAmong,
  peopleOf,
  removePerson,
} from './queries.ts'

/** The people of one's list, who was put there last first; `limit` 0 asks for all. Throws 404. */
export function readPeople(ctx: Context, viewer: Viewer, wish: Wish & { id: number }): Page {
  const { id: listId } = findList(ctx, viewer, wish.id)
  const limit = wish.limit === 0 ? limits.listAccounts : wish.limit
  return readPage(
    { ...wish, limit },
    (range) => peopleOf(ctx.db, { listId }, range),
    (rows) => {
      const accounts = presentAccounts(
        ctx,
        rows.map((row) => row.accountId),
      )
      return rows.flatMap(({ cursor, accountId }) => {
        const item = accounts.get(accountId)
        return item && !item.suspended ? [{ cursor, item }] : []
      })
    },
  )
}

type Several = { id: number; account_ids: number[] }

/** Puts people whom one follows into one's list, with their newest posts. Throws 404 for others, 422 for too many. */
export function addPeople(ctx: Context, viewer: Viewer, { id, account_ids: asked }: Several): object {
  return ctx.transact(() => {
    const list = findList(ctx, viewer, id)
    const me = viewer.accountId
    const ids = [...new Set(asked)]
    if (followedAmong(ctx.db, { me, ids: JSON.stringify(ids) }).length < ids.length) throw notFound()
    if ((countPeople(ctx.db, { listId: id })?.count ?? 0) + ids.length > limits.listAccounts) {
      throw invalid(`A list holds ${limits.listAccounts} people at most.`)
    }
    for (const accountId of ids) {
      if (addPerson(ctx.db, { id: ctx.newId(), listId: id, accountId }) === 0) continue
      fillListFrom(ctx.db, { listId: id, accountId, most: limits.homeFill })
      if (list.exclusive === 1) ctx.emit('keptFromHome', { accountId: me, targetId: accountId })
    }
    return {}
  })
}

/** Takes people out of one's list, with their posts. Throws 404. */
export function removePeople(ctx: Context, viewer: Viewer, { id, account_ids: ids }: Several): object {
  return ctx.transact(() => {
    const list = findList(ctx, viewer, id)
    for (const accountId of ids) {
      if (removePerson(ctx.db, { listId: id, accountId }) === 0) continue
      clearFromList(ctx.db, { listId: id, accountId })
      if (list.exclusive === 1) ctx.emit('shownInHome', { accountId: viewer.accountId, targetId: accountId })
    }
    return {}
  })
}
