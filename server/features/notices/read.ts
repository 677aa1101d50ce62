import type { Notice } from '../../../shared/api/notices.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentNotices } from './present.ts'
import { countUnreadNotices, markNoticeRead, noticeOf, noticesOf, unreadNoticesOf } from './queries.ts'

/** What the community told oneself, the newest first. */
export function readNotices(ctx: Context, { accountId: me }: Viewer, wish: Wish & { unread: boolean }): Page {
  const skeleton = wish.unread ? unreadNoticesOf : noticesOf
  return readPage(wish, (range) => skeleton(ctx.db, { me }, range), presentNotices)
}

/** How many notices wait, counted up to `limit`. */
export const countNotices = (ctx: Context, { accountId: me }: Viewer, limit: number): { count: number } => ({
  count: countUnreadNotices(ctx.db, { me, most: limit })?.count ?? 0,
})

/** Puts a notice of one's own away. Throws 404 for every other one. */
export function putAway(ctx: Context, { accountId: me }: Viewer, id: number): Notice {
  markNoticeRead(ctx.db, { id, me, now: ctx.now() })
  const row = noticeOf(ctx.db, { id, me })
  const [entry] = row ? presentNotices([row]) : []
  if (!entry) throw notFound()
  return entry.item
}
