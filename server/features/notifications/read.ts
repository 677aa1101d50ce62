import type { Notification } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Page } from '../../http/answer.ts'
import { type Entry, readPage, type Wish } from '../../http/pages.ts'
import { readRelations } from '../../policies/relations.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { presentStatuses } from '../statuses/present.ts'
import {
  countAfter,
  lastRead,
  type NotificationRow,
  notificationOf,
  notificationsOf,
  notificationTypes,
} from './queries.ts'

/** Which notifications are asked for; kinds that this server does not know are none. */
export type NotificationsWish = Wish & { types?: string[]; exclude_types: string[]; account_id?: number }

/**
 * What oneself was told, the newest first, but nothing about posts that one may not see (any more), and nothing by
 * people with whom one has a truce for as long as it holds.
 */
export function readNotifications(ctx: Context, viewer: Viewer, wish: NotificationsWish): Page {
  const types = notificationTypes.filter(
    (type) => (wish.types?.includes(type) ?? true) && !wish.exclude_types.includes(type),
  )
  const filter = { me: viewer.accountId, types: JSON.stringify(types), sender: wish.account_id ?? null }
  return readPage(
    wish,
    (range) => notificationsOf(ctx.db, filter, range),
    (rows) => presentNotifications(ctx, viewer, rows),
  )
}

/** One notification of one's own. Throws 404. */
export function readNotification(ctx: Context, viewer: Viewer, id: number): unknown {
  const row = notificationOf(ctx.db, { id, me: viewer.accountId })
  const [entry] = row ? presentNotifications(ctx, viewer, [row]) : []
  if (!entry) throw notFound()
  return entry.item
}

/** How many notifications are newer than where one stopped reading, counted up to `limit`. */
export function countUnread(ctx: Context, { accountId: me }: Viewer, limit: number): { count: number } {
  const after = lastRead(ctx.db, { me })?.id ?? 0
  return { count: countAfter(ctx.db, { me, after, most: limit, now: ctx.now() })?.count ?? 0 }
}

function presentNotifications(ctx: Context, viewer: Viewer, rows: readonly NotificationRow[]): Entry[] {
  const people = rows.map((row) => row.fromAccountId)
  const accounts = presentAccounts(ctx, people)
  const { truce } = readRelations(ctx.db, viewer.accountId, people, ctx.now())
  const ids = rows.map((row) => row.statusId).filter((id) => id !== null)
  const statuses = new Map(presentStatuses(ctx, viewer, ids).map((status) => [status.id, status]))
  return rows.flatMap((row) => {
    const account = accounts.get(row.fromAccountId)
    const status = row.statusId === null ? undefined : statuses.get(String(row.statusId))
    if (!account || account.suspended || truce.has(row.fromAccountId) || (row.statusId !== null && !status)) return []
    const item: Notification = {
      id: String(row.cursor),
      type: row.type,
      group_key: `ungrouped-${row.cursor}`,
      created_at: new Date(row.createdAt).toISOString(),
      account,
      ...(status && { status }),
    }
    return [{ cursor: row.cursor, item }]
  })
}
