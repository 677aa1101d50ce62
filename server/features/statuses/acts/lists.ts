import type { Context } from '../../../context.ts'
import type { Range } from '../../../db/range.ts'
import type { Page } from '../../../http/answer.ts'
import { readPage, type Wish } from '../../../http/pages.ts'
import { readRelations } from '../../../policies/relations.ts'
import { memberId, type Viewer } from '../../../policies/viewer.ts'
import { presentAccounts } from '../../accounts/present.ts'
import { findStatus } from '../find.ts'
import { presentStatuses } from '../present.ts'
import { bookmarksOf, boostersOf, favouritersOf, favouritesOf } from './queries.ts'

type Posts = (range: Range) => readonly { cursor: number; statusId: number }[]

function readPosts(ctx: Context, viewer: Viewer, wish: Wish, skeleton: Posts): Page {
  return readPage(wish, skeleton, (rows) => {
    const ids = rows.map((row) => row.statusId)
    const statuses = new Map(presentStatuses(ctx, viewer, ids).map((status) => [status.id, status]))
    return rows.flatMap(({ cursor, statusId }) => {
      const item = statuses.get(String(statusId))
      return item ? [{ cursor, item }] : []
    })
  })
}

/** What one favourited, the latest favourite first. */
export const readFavourites = (ctx: Context, viewer: Viewer, wish: Wish): Page =>
  readPosts(ctx, viewer, wish, (range) => favouritesOf(ctx.db, { me: viewer.accountId }, range))

/** What one bookmarked, the latest bookmark first. */
export const readBookmarks = (ctx: Context, viewer: Viewer, wish: Wish): Page =>
  readPosts(ctx, viewer, wish, (range) => bookmarksOf(ctx.db, { me: viewer.accountId }, range))

type People = (range: Range) => readonly { cursor: number; accountId: number }[]

/** People who did something with a post, without those whom the viewer blocks or mutes, or who block the viewer. */
function readPeople(ctx: Context, viewer: Viewer | undefined, wish: Wish, skeleton: People): Page {
  const me = memberId(viewer)
  return readPage(wish, skeleton, (rows) => {
    const ids = rows.map((row) => row.accountId)
    const accounts = presentAccounts(ctx, ids)
    const known = me === undefined ? undefined : readRelations(ctx.db, me, ids, ctx.now())
    return rows.flatMap(({ cursor, accountId }) => {
      const item = accounts.get(accountId)
      const shunned = [known?.blocking, known?.blockedBy, known?.muting].some((set) => set?.has(accountId))
      return item && !item.suspended && !shunned ? [{ cursor, item }] : []
    })
  })
}

type Of = Wish & { id: number }

/** Who favourited a post, the latest first. Throws 404. */
export function readFavouriters(ctx: Context, viewer: Viewer | undefined, wish: Of): Page {
  const { id: statusId } = findStatus(ctx, viewer, wish.id)
  return readPeople(ctx, viewer, wish, (range) => favouritersOf(ctx.db, { statusId }, range))
}

/** Who boosted a post, the latest first. Throws 404. */
export function readBoosters(ctx: Context, viewer: Viewer | undefined, wish: Of): Page {
  const { id: statusId, visibility } = findStatus(ctx, viewer, wish.id)
  return readPeople(ctx, viewer, wish, (range) => boostersOf(ctx.db, { statusId, visibility }, range))
}
