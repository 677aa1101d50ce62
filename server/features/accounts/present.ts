import type { Account, CredentialAccount } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { createMemo, type Memo } from '../../core/memo.ts'
import type { Role } from '../../policies/viewer.ts'
import { emojisIn } from '../emojis/present.ts'
import { mediaUrl, missingAvatar, missingHeader } from '../media/present.ts'
import { countRequests } from '../relations/queries.ts'
import { presentRemote } from './elsewhere.ts'
import {
  type AccountRow,
  accountById,
  accountsByIds,
  beside,
  movesAmong,
  postingDefaults,
  type RemoteRow,
  remoteByIds,
  rolesOf,
} from './queries.ts'
import { formatNote, type NamedPeople, presentFields, readFields, readNamed } from './words.ts'

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

/** Beside the row: the roles that a person has, who is named in their profile, and what another server says of them. */
type Around = { held: readonly Role[]; named: NamedPeople; remote?: RemoteRow | undefined }

/** One person; a suspended one's name, text and pictures are kept back. */
function presentAccount(ctx: Context, row: AccountRow, { held, named, remote }: Around): Account {
  const suspended = row.suspendedAt !== null
  const url = profileUrl(ctx, row)
  const avatar = row.avatar === null || suspended ? missingAvatar(ctx) : mediaUrl(ctx, row.avatar)
  const header = row.header === null || suspended ? missingHeader(ctx) : mediaUrl(ctx, row.header)
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
    note: suspended ? '' : formatNote(ctx, row.note, named),
    url,
    avatar,
    avatar_static: avatar,
    avatar_description: suspended ? '' : row.avatarDescription,
    header,
    header_static: header,
    header_description: suspended ? '' : row.headerDescription,
    hide_collections: row.hideCollections === 1,
    followers_count: row.followersCount,
    following_count: row.followingCount,
    statuses_count: row.statusesCount,
    last_status_at: row.lastStatusAt === null || suspended ? null : dayOf(row.lastStatusAt),
    emojis: suspended || row.domain !== null ? [] : emojisIn(ctx, row.displayName, row.note, row.fields),
    fields: suspended ? [] : presentFields(ctx, row.fields, named),
    roles: suspended ? [] : held.map(presentRole),
    feature_approval: { automatic: [], manual: [], current_user: 'denied' },
    ...(remote && !suspended && presentRemote(ctx, row, remote)),
    ...(suspended && { suspended: true }),
    ...(row.limitedAt !== null && { limited: true }),
  }
}

/** People by id, whoever may see them; a fixed number of queries. */
export function presentAccounts(ctx: Context, ids: Iterable<number>): Map<number, Account> {
  return presentAccountRows(ctx, accountsByIds(ctx.db, { ids: JSON.stringify([...new Set(ids)]) }))
}

/** People whose rows are there already; who moved, with where to. */
export function presentAccountRows(ctx: Context, rows: readonly AccountRow[]): Map<number, Account> {
  if (rows.length === 0) return new Map()
  const { accounts, mayHaveMoved } = presentUnmoved(ctx, rows)
  if (mayHaveMoved.length === 0) return accounts
  const ours = `${ctx.config.publicUrl}/ap/users/`
  const moves = movesAmong(ctx.db, { ids: JSON.stringify(mayHaveMoved), ours })
  if (moves.length === 0) return accounts
  const ids = JSON.stringify(moves.map(({ targetId }) => targetId))
  const targets = presentUnmoved(ctx, accountsByIds(ctx.db, { ids })).accounts
  for (const { accountId, targetId } of moves) {
    const [old, moved] = [accounts.get(accountId), targets.get(targetId)]
    if (old && moved) accounts.set(accountId, { ...old, moved })
  }
  return accounts
}

/** People without where they moved to, and which of them may have. */
type Unmoved = { accounts: Map<number, Account>; mayHaveMoved: number[] }

function presentUnmoved(ctx: Context, rows: readonly AccountRow[]): Unmoved {
  const around = new Map(
    beside(ctx.db, { ids: JSON.stringify(rows.map((row) => row.id)) }).map((one) => [one.accountId, one]),
  )
  const remotes = remotesOf(ctx, rows)
  const memo = memoOf(ctx)
  const known = rows.map((row) => {
    const roles: Role[] = JSON.parse(around.get(row.id)?.roles ?? '[]')
    const kept = memo.get(row.id)
    const remote = remotes.get(row.id)
    const holds = kept && kept.fetchedAt === remote?.fetchedAt && isSame(kept, row, roles)
    return { row, held: roles, remote, account: holds ? kept.account : undefined }
  })
  const changed = known.flatMap((one) => (one.account ? [] : [one.row]))
  const named = readNamed(ctx, changed)
  for (const one of changed) memo.forget(one.id)
  const accounts = new Map(
    known.map(({ row, held, remote, account }) => [
      row.id,
      account ?? memo.keep(row.id, keepable(ctx, row, { held, named, remote })).account,
    ]),
  )
  return { accounts, mayHaveMoved: rows.map(({ id }) => id).filter((id) => around.get(id)?.moved === 1) }
}

/** What other servers say of their people among some; no query where all are from here. */
function remotesOf(ctx: Context, rows: readonly AccountRow[]): Map<number, RemoteRow> {
  const ids = rows.filter(({ domain }) => domain !== null).map(({ id }) => id)
  const found = ids.length === 0 ? [] : remoteByIds(ctx.db, { ids: JSON.stringify(ids) })
  return new Map(found.map((row) => [row.id, row]))
}

const keepable = (ctx: Context, row: AccountRow, around: Around): Kept => ({
  row,
  held: around.held,
  fetchedAt: around.remote?.fetchedAt,
  account: Object.freeze(presentAccount(ctx, row, around)),
})

type Kept = { row: AccountRow; held: readonly Role[]; fetchedAt: number | undefined; account: Account }

/** People whose JSON is kept, for as long as nothing about them changes; each takes some two kilobytes. */
const KEPT = 1000

const memos = new WeakMap<Context, Memo<number, Kept>>()

function isSame({ row: a, held }: Kept, b: AccountRow, roles: readonly Role[]): boolean {
  for (const key in a) if (a[key as keyof AccountRow] !== b[key as keyof AccountRow]) return false
  return held.join() === roles.join()
}

function memoOf(ctx: Context): Memo<number, Kept> {
  const memo = memos.get(ctx) ?? createMemo<number, Kept>(KEPT)
  memos.set(ctx, memo)
  return memo
}

/** What names a small picture says it anew once those are others than before. */
export const forgetAccounts = (ctx: Context) => memoOf(ctx).clear()

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
    ...presentAccount(ctx, row, { held, named: readNamed(ctx, [row]) }),
    source: {
      privacy: liking.visibility,
      sensitive: liking.sensitive === 1,
      language: liking.language,
      note: row.note,
      fields: readFields(row.fields).map(({ name, value, verifiedAt }) => ({
        name,
        value,
        verified_at: verifiedAt === null ? null : presentTime(verifiedAt),
      })),
      follow_requests_count: countRequests(ctx.db, { accountId })?.count ?? 0,
      hide_collections: row.hideCollections === 1,
      discoverable: row.discoverable === 1,
      indexable: row.indexable === 1,
      attribution_domains: [],
      quote_policy: liking.quotePolicy,
    },
    role: {
      ...(first ? presentRole(first) : { id: '-99', name: '', color: '' }),
      highlighted: first !== undefined,
      permissions: nothing,
    },
  }
}
