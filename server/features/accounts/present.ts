import type { Account, CredentialAccount } from '../../../shared/api/wire.ts'
import { formatText } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { createMemo, type Memo } from '../../core/memo.ts'
import type { Role } from '../../policies/viewer.ts'
import { mediaUrl, missingAvatar, missingHeader } from '../media/present.ts'
import { countRequests } from '../relations/queries.ts'
import { tagUrl } from '../tags/present.ts'
import { type AccountRow, accountById, accountsByIds, postingDefaults, rolesOf } from './queries.ts'

/** A role as people read it; a mark beside a name, without a colour of its own. */
const presentRole = (role: Role) => ({
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
  return new Map(rows.map((row) => [row.id, presentKept(ctx, row, held.get(row.id)?.map(({ role }) => role) ?? [])]))
}

type Kept = { row: AccountRow; held: readonly Role[]; account: Account }

/** People whose JSON is kept, for as long as nothing about them changes; each takes some two kilobytes. */
const KEPT = 1000

const memos = new WeakMap<Context, Memo<number, Kept>>()

function isSame(a: AccountRow, b: AccountRow): boolean {
  for (const key in a) if (a[key as keyof AccountRow] !== b[key as keyof AccountRow]) return false
  return true
}

function presentKept(ctx: Context, row: AccountRow, held: readonly Role[]): Account {
  const memo = memos.get(ctx) ?? createMemo<number, Kept>(KEPT)
  memos.set(ctx, memo)
  const known = memo.get(row.id)
  if (known && isSame(known.row, row) && known.held.join() === held.join()) return known.account
  memo.forget(row.id)
  return memo.keep(row.id, { row, held, account: Object.freeze(presentAccount(ctx, row, held)) }).account
}

// what a role may do through Mastodon's own administration: none of it is served here
const nothing = '0'

/** A person as they see themselves: their text as written, their choices, their role. */
export function presentCredentials(ctx: Context, accountId: number): CredentialAccount {
  const row = accountById(ctx.db, { id: accountId })
  const liking = postingDefaults(ctx.db, { id: accountId })
  if (!row || !liking) throw notFound()
  const held = rolesOf(ctx.db, { ids: JSON.stringify([accountId]) }).map(({ role }) => role)
  const [first] = held
  return {
    ...presentAccount(ctx, row, held),
    source: {
      privacy: liking.visibility,
      sensitive: liking.sensitive === 1,
      language: liking.language,
      note: row.note,
      fields: [],
      follow_requests_count: countRequests(ctx.db, { accountId })?.count ?? 0,
      hide_collections: false,
      discoverable: row.discoverable === 1,
      indexable: false,
      attribution_domains: [],
      quote_policy: 'nobody',
    },
    role: {
      ...(first ? presentRole(first) : { id: '-99', name: '', color: '' }),
      highlighted: first !== undefined,
      permissions: nothing,
    },
  }
}
