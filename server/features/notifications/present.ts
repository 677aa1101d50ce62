import type { Notification } from '../../../shared/api/notifications.ts'
import type { Context } from '../../context.ts'
import { readRelations } from '../../policies/relations.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { hides } from '../filters/present.ts'
import { presentWarnings } from '../moderation/warnings/present.ts'
import { presentStatuses } from '../statuses/present.ts'
import { type NotificationRow, notificationOf } from './queries.ts'

/** One notification of one's own; undefined where there is none that is shown. */
export function presentNotification(ctx: Context, viewer: Viewer, id: number): Notification | undefined {
  const row = notificationOf(ctx.db, { id, me: viewer.accountId })
  return row && presentNotifications(ctx, viewer, [row])[0]?.item
}

/** Which decision of moderators a notification tells of; its group is named by it. */
const warningOf = ({ type, groupKey }: NotificationRow): number[] =>
  type === 'moderation_warning' && groupKey !== null ? [Number(groupKey.slice('moderation_warning-'.length))] : []

/** Notifications in their order, without those about posts or of people that one may not see (any more). */
export function presentNotifications(
  ctx: Context,
  viewer: Viewer,
  rows: readonly NotificationRow[],
): { cursor: number; item: Notification }[] {
  const people = rows.map((row) => row.fromAccountId)
  const accounts = presentAccounts(ctx, people)
  const { truce } = readRelations(ctx.db, viewer.accountId, people, ctx.now())
  const ids = rows.map((row) => row.statusId).filter((id) => id !== null)
  const found = presentStatuses(ctx, viewer, ids).filter(({ filtered }) => !hides(filtered, 'notifications'))
  const statuses = new Map(found.map((status) => [status.id, status]))
  const warnings = presentWarnings(ctx, rows.flatMap(warningOf))
  return rows.flatMap((row) => {
    const [warningId] = warningOf(row)
    const warning = warnings.get(warningId ?? 0)
    if (warningId !== undefined && !warning) return []
    const account = accounts.get(row.fromAccountId)
    const status = row.statusId === null ? undefined : statuses.get(String(row.statusId))
    if (!account || account.suspended || truce.has(row.fromAccountId) || (row.statusId !== null && !status)) return []
    const item: Notification = {
      id: String(row.cursor),
      type: row.type,
      group_key: warning ? `ungrouped-${row.cursor}` : (row.groupKey ?? `ungrouped-${row.cursor}`),
      created_at: new Date(row.createdAt).toISOString(),
      account,
      ...(status && { status }),
      ...(row.filtered === 1 && { filtered: true }),
      ...(warning && { moderation_warning: warning }),
    }
    return [{ cursor: row.cursor, item }]
  })
}
