import type { Account } from '../../../shared/api/wire.ts'
import { formatText } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { createMemo } from '../../core/memo.ts'
import type { Role } from '../../policies/viewer.ts'
import { mediaUrl, missingAvatar, missingHeader } from '../media/present.ts'
import { tagUrl } from '../tags/present.ts'
import { type AccountRow, accountsByIds, rolesOf } from './queries.ts'

/** A role as people read it; a mark beside a name, without a colour of its own. */
export const presentRole = (role: Role) => ({
  id: role,
  name: `${role.charAt(0).toUpperCase()}${role.slice(1)}`,
  color: '',
})

/** Where a person's page is. */
export const profileUrl = (ctx: Context, { username, domain }: { username: string; domain: string | null }) =>
  `${ctx.config.publicUrl}/@${username}${domain === null ? '' : `@${domain}`}`

/** `name` for people of this server, `name@domain` for others. */
export const acctOf = ({ username, domain }: { username: string; domain: string | null }) =>
  domain === null ? username : `${username}@${domain}`

/** The host, with its port, that stands behind the second @ of our people's addresses. */
export const ourHost = (ctx: Context) => ctx.config.publicUrl.replace(/^https?:\/\//, '').replace(/\/.*/, '')

/** A time in ms as RFC 3339 in UTC. */
export const presentTime = (ms: number) => new Date(ms).toISOString()

const dayOf = (ms: number) => presentTime(ms).slice(0, 10)

/** Texts about people whose HTML is kept ready. */
const notes = createMemo<string, string>(1000)

function formatNote(ctx: Context, note: string): string {
  if (note === '') return ''
  const key = `${ctx.config.publicUrl} ${note}`
  return notes.get(key) ?? notes.keep(key, formatText(note, { tag: (name) => tagUrl(ctx, name) }))
}

/** One person; a suspended one's name, text and pictures are kept back. `held`: the roles they have. */
export function presentAccount(ctx: Context, row: AccountRow, held: readonly Role[] = []): Account {
  const suspended = row.suspendedAt !== null
  const url = profileUrl(ctx, row)
  const avatar = row.avatar === null || suspended ? missingAvatar(ctx) : mediaUrl(ctx, row.avatar)
  const header = missingHeader(ctx)
  return {
    id: String(row.id),
    username: row.username,
    acct: acctOf(row),
    display_name: suspended ? '' : row.displayName,
    locked: row.locked === 1,
    bot: row.bot === 1,
    group: false,
    discoverable: row.discoverable === 1,
    noindex: row.discoverable !== 1,
    // the day alone: when exactly somebody came is theirs
    created_at: `${dayOf(row.createdAt)}T00:00:00.000Z`,
    note: suspended ? '' : formatNote(ctx, row.note),
    url,
    avatar,
    avatar_static: avatar,
    header,
    header_static: header,
    followers_count: row.followersCount,
    following_count: row.followingCount,
    statuses_count: row.statusesCount,
    last_status_at: row.lastStatusAt === null || suspended ? null : dayOf(row.lastStatusAt),
    emojis: [],
    fields: [],
    roles: suspended ? [] : held.map(presentRole),
    feature_approval: { automatic: [], manual: [], current_user: 'denied' },
    ...(suspended && { suspended: true }),
  }
}

/** People by id, whoever may see them; two queries, whatever their number. */
export function presentAccounts(ctx: Context, ids: Iterable<number>): Map<number, Account> {
  return presentAccountRows(ctx, accountsByIds(ctx.db, { ids: JSON.stringify([...new Set(ids)]) }))
}

/** People whose rows are there already. */
export function presentAccountRows(ctx: Context, rows: readonly AccountRow[]): Map<number, Account> {
  const held = Map.groupBy(
    rolesOf(ctx.db, { ids: JSON.stringify(rows.map((row) => row.id)) }),
    ({ accountId }) => accountId,
  )
  return new Map(
    rows.map((row) => [
      row.id,
      presentAccount(
        ctx,
        row,
        held.get(row.id)?.map(({ role }) => role),
      ),
    ]),
  )
}
