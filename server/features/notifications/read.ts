import type { Notification } from '../../../shared/api/notifications.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { PAST_ALL_IDS } from '../../db/range.ts'
import type { Page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { hidesAnything } from '../filters/present.ts'
import { presentNotification, presentNotifications } from './present.ts'
import { countAfter, countGroupsAfter, lastRead, notificationsOf, notificationTypes } from './queries.ts'

/** Which notifications are asked for; kinds that this server does not know are none. */
export type NotificationsWish = Wish & {
  types?: string[]
  exclude_types: string[]
  account_id?: number
  include_filtered?: boolean
}

/**
 * What oneself was told, the newest first, but nothing about posts that one may not see (any more), and nothing by
 * people with whom one has a truce for as long as it holds.
 */
export function readNotifications(ctx: Context, viewer: Viewer, wish: NotificationsWish): Page {
  const filter = filterOf(viewer, wish)
  return readPage(
    wish,
    (range) => notificationsOf(ctx.db, filter, range),
    (rows) => presentNotifications(ctx, viewer, rows),
  )
}

/** Which rows a wish asks for; who asks for one person's sees what waits of them too. */
export function filterOf(viewer: Viewer, wish: NotificationsWish) {
  const types = notificationTypes.filter(
    (type) => (wish.types?.includes(type) ?? true) && !wish.exclude_types.includes(type),
  )
  const filtered = wish.include_filtered || wish.account_id !== undefined ? 1 : 0
  return { me: viewer.accountId, types: JSON.stringify(types), sender: wish.account_id ?? null, filtered }
}

/** One notification of one's own. Throws 404. */
export function readNotification(ctx: Context, viewer: Viewer, id: number): unknown {
  const notification = presentNotification(ctx, viewer, id)
  if (!notification) throw notFound()
  return notification
}

/** What is newer than a notification, such as where one stopped reading, the newest first, as one reads it: a filter that hides something hides it here too. */
export function shownAfter(ctx: Context, viewer: Viewer, after: number, limit: number) {
  const range = { below: PAST_ALL_IDS, above: after, ascending: false, most: limit }
  const rows = notificationsOf(ctx.db, filterOf(viewer, { exclude_types: [], limit }), range)
  return presentNotifications(ctx, viewer, rows).map(({ item }) => item)
}

/** What moderators decided is told of above the inbox, and not counted in it. */
const counted = (items: readonly Notification[]) => items.filter(({ type }) => type !== 'moderation_warning')

/** How many groups of notifications are newer than where one stopped reading, counted up to `limit`. */
export function countUnreadGroups(ctx: Context, viewer: Viewer, limit: number): { count: number } {
  const me = viewer.accountId
  const after = lastRead(ctx.db, { me })?.id ?? 0
  if (hidesAnything(ctx, me, 'notifications')) {
    return { count: new Set(counted(shownAfter(ctx, viewer, after, limit)).map((item) => item.group_key)).size }
  }
  return { count: countGroupsAfter(ctx.db, { me, after, most: limit, now: ctx.now() })?.count ?? 0 }
}

/** How many notifications are newer than where one stopped reading, counted up to `limit`. */
export function countUnread(ctx: Context, viewer: Viewer, limit: number): { count: number } {
  const me = viewer.accountId
  const after = lastRead(ctx.db, { me })?.id ?? 0
  if (hidesAnything(ctx, me, 'notifications')) return { count: shownAfter(ctx, viewer, after, limit).length }
  return { count: countAfter(ctx.db, { me, after, most: limit, now: ctx.now() })?.count ?? 0 }
}
