import type { GroupedNotifications, NotificationGroup, PartialAccount } from '../../../../shared/api/notifications.ts'
import type { Account } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { PAST_ALL_IDS } from '../../../db/range.ts'
import { Page } from '../../../http/answer.ts'
import { readPage } from '../../../http/pages.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentNotifications } from '../present.ts'
import {
  groupOf,
  headsOf,
  membersOfGroups,
  type NotificationRow,
  notificationOf,
  removeGroup,
  removeNotification,
  sizesOfGroups,
} from '../queries.ts'
import { filterOf, type NotificationsWish } from '../read.ts'
import { togetherByDefault } from './key.ts'

/** Which groups are asked for: which kinds stand together, and how much is said of the people in them. */
export type GroupsWish = NotificationsWish & { grouped_types?: string[]; expand_accounts: 'full' | 'partial_avatars' }

/** People of one group who are shown; the rest is a number. */
const SAMPLE = 8

type Shown = ReturnType<typeof presentNotifications>[number]['item']
type Group = { row: NotificationRow; key: string; shown: Shown[]; count: number; oldest: number }

/** The groups whose newest are `heads`, without what may not be shown: two queries, however many groups. */
function gather(ctx: Context, viewer: Viewer, heads: readonly NotificationRow[], together: readonly string[]): Group[] {
  const me = viewer.accountId
  const keyOf = (row: NotificationRow) => (together.includes(row.type) ? row.groupKey : null)
  const keys = JSON.stringify(heads.map(keyOf).filter((key) => key !== null))
  const members = membersOfGroups(ctx.db, { me, keys, most: SAMPLE })
  const sizes = new Map(sizesOfGroups(ctx.db, { me, keys }).map((size) => [size.groupKey, size]))
  const byId = new Map([...members, ...heads].map((row) => [row.cursor, row]))
  const shown = new Map(presentNotifications(ctx, viewer, [...byId.values()]).map(({ cursor, item }) => [cursor, item]))
  return heads.flatMap((row) => {
    const key = keyOf(row)
    const rows = key === null ? [row] : members.filter((member) => member.groupKey === key)
    const items = rows.flatMap(({ cursor }) => shown.get(cursor) ?? [])
    const size = (key !== null && sizes.get(key)) || { count: 1, oldest: row.cursor }
    if (items.length === 0) return []
    return [{ row, key: key ?? `ungrouped-${row.cursor}`, shown: items, count: size.count, oldest: size.oldest }]
  })
}

function presentGroup({ row, key, shown, count, oldest }: Group): NotificationGroup {
  const status = shown[0]?.status
  const warning = shown[0]?.moderation_warning
  return {
    group_key: key,
    notifications_count: count,
    type: row.type,
    most_recent_notification_id: String(row.cursor),
    page_min_id: String(oldest),
    page_max_id: String(row.cursor),
    latest_page_notification_at: new Date(row.createdAt).toISOString(),
    sample_account_ids: [...new Set(shown.map(({ account }) => account.id))],
    ...(status && { status_id: status.id }),
    ...(warning && { moderation_warning: warning }),
  }
}

const partly = ({ id, acct, locked, bot, url, avatar, avatar_static }: Account): PartialAccount => {
  return { id, acct, locked, bot, url, avatar, avatar_static }
}

function presentGroups(groups: readonly Group[], expand: GroupsWish['expand_accounts']): GroupedNotifications {
  const all = groups.flatMap(({ shown }) => shown)
  const people = new Map(all.map(({ account }) => [account.id, account]))
  const first = new Set(groups.flatMap(({ shown }) => shown.slice(0, 1).map(({ account }) => account.id)))
  const whole = expand === 'full' ? [...people.values()] : [...people.values()].filter(({ id }) => first.has(id))
  const rest = expand === 'full' ? [] : [...people.values()].filter(({ id }) => !first.has(id))
  const statuses = new Map(all.flatMap(({ status }) => (status ? [[status.id, status] as const] : [])))
  return {
    accounts: whole,
    ...(expand === 'partial_avatars' && { partial_accounts: rest.map(partly) }),
    statuses: [...statuses.values()],
    notification_groups: groups.map(presentGroup),
  }
}

/** What one was told, with what belongs together as one, at the place of its newest. */
export function readGroups(ctx: Context, viewer: Viewer, wish: GroupsWish): Page {
  const together = wish.grouped_types ?? togetherByDefault
  const filter = { ...filterOf(viewer, wish), together: JSON.stringify(together) }
  const found = readPage(
    wish,
    (range) => headsOf(ctx.db, filter, range),
    (rows) => gather(ctx, viewer, rows, together).map((group) => ({ cursor: group.row.cursor, item: group })),
  )
  // each item was made above
  const groups = found.items as readonly Group[]
  return new Page([], found.cursors, presentGroups(groups, wish.expand_accounts))
}

const alone = (key: string) => Number(/^ungrouped-(\d{1,16})$/.exec(key)?.[1] ?? -1)

function rowsOf(ctx: Context, { accountId: me }: Viewer, key: string, most: number): readonly NotificationRow[] {
  const range = { below: PAST_ALL_IDS, above: 0, ascending: false, most }
  const one = notificationOf(ctx.db, { id: alone(key), me })
  return one ? [one] : groupOf(ctx.db, { me, key }, range)
}

/** One group of one's own. Throws 404. */
export function readGroup(ctx: Context, viewer: Viewer, key: string): GroupedNotifications {
  const groups = gather(ctx, viewer, rowsOf(ctx, viewer, key, 1), alone(key) < 0 ? togetherByDefault : [])
  if (groups.length === 0) throw notFound()
  return presentGroups(groups, 'full')
}

/** The people of a group, the newest first. Throws 404. */
export function readPeople(ctx: Context, viewer: Viewer, key: string, most: number): Account[] {
  const shown = presentNotifications(ctx, viewer, rowsOf(ctx, viewer, key, most))
  if (shown.length === 0) throw notFound()
  return [...new Map(shown.map(({ item }) => [item.account.id, item.account])).values()]
}

/** Takes a group away. Throws 404. */
export function dismissGroup(ctx: Context, { accountId: me }: Viewer, key: string): Record<string, never> {
  const id = alone(key)
  const gone = id < 0 ? removeGroup(ctx.db, { me, key }) : removeNotification(ctx.db, { id, me })
  if (gone === 0) throw notFound()
  return {}
}
