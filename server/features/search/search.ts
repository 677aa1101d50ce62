import type { Account, Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { unauthorized } from '../../core/errors.ts'
import { seesNoLists } from '../../policies/panic.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { ourHost, presentAccountRows, presentAccounts } from '../accounts/present.ts'
import { type AccountRow, accountById, localAccountByName } from '../accounts/queries.ts'
import { presentStatuses } from '../statuses/present.ts'
import { findPeople } from './find-people.ts'
import { findPosts, type Stretch } from './find-posts.ts'
import { type FoundTag, findTags } from './find-tags.ts'
import { remoteAccountAt, remoteStatusAt } from './queries.ts'
import { readQuery } from './query.ts'

/** What can be searched for. */
export const kinds = ['accounts', 'hashtags', 'statuses'] as const
type Kind = (typeof kinds)[number]

/** `GET /api/v2/search`, checked. */
export type SearchForm = Stretch & { q: string; type?: Kind; following: boolean; resolve: boolean }

/** What a handle or an address of another server leads to: somebody or a post that is here then. */
export type Resolve = (ctx: Context, asked: string) => Promise<{ accountId?: number; statusId?: number }>

/** What was found, each kind in an order of its own. */
export type Found = { accounts: Account[]; statuses: Status[]; hashtags: FoundTag[] }

/**
 * Searches for people, hashtags and posts, or for one of them. An address of this server finds what it leads to. A
 * word that begins as a handle or hashtag finds only those, and operators find only posts.
 */
function search(ctx: Context, viewer: Viewer | undefined, form: SearchForm): Found {
  const q = form.q.trim()
  const led = atAddress(ctx, viewer, q) ?? elsewhere(ctx, viewer, q)
  if (led) return { ...led, ...without(form.type) }
  const wants = (kind: Kind) => (form.type === undefined ? isLikely(q, kind) : form.type === kind)
  return {
    accounts: wants('accounts') ? findPeople(ctx, viewer, form) : [],
    hashtags: wants('hashtags') && !seesNoLists(ctx.db, viewer, ctx.now()) ? findTags(ctx, viewer, q, form) : [],
    statuses: wants('statuses') ? findPosts(ctx, viewer, readQuery(q), form) : [],
  }
}

/** Whether somebody typed a handle of another server, or pasted an address there. */
function isElsewhere(ctx: Context, q: string): boolean {
  if (/^https?:\/\/\S+$/i.test(q)) return !q.startsWith(`${ctx.config.publicUrl}/`)
  const [, host] = /^@?[^@\s/]+@([^@\s/]+)$/.exec(q) ?? []
  return host !== undefined && host.toLowerCase() !== ourHost(ctx)
}

/**
 * The same, where a member asks for what another server has: it is fetched from there first. Throws 401 for visitors,
 * who could have us ask anybody for anything.
 */
export async function searchElsewhere(
  ctx: Context,
  viewer: Viewer | undefined,
  form: SearchForm,
  resolve: Resolve,
): Promise<Found> {
  const q = form.q.trim()
  if (!form.resolve || !isElsewhere(ctx, q)) return search(ctx, viewer, form)
  if (memberId(viewer) === undefined) throw unauthorized('Log in to look something up on another server.')
  const { accountId, statusId } = await resolve(ctx, q)
  const found: Found = {
    accounts: accountId === undefined ? [] : [...presentAccounts(ctx, [accountId]).values()],
    statuses: statusId === undefined ? [] : presentStatuses(ctx, viewer, [statusId]),
    hashtags: [],
  }
  const isFound = found.accounts.length + found.statuses.length > 0
  return isFound ? { ...found, ...without(form.type) } : search(ctx, viewer, form)
}

/** What an address of another server leads to that is here already. */
function elsewhere(ctx: Context, viewer: Viewer | undefined, q: string): Found | undefined {
  if (!isElsewhere(ctx, q) || !q.includes('://')) return undefined
  const person = remoteAccountAt(ctx.db, { address: q })
  const status = person ? undefined : remoteStatusAt(ctx.db, { address: q })
  if (!person && !status) return undefined
  return {
    accounts: person ? [...presentAccounts(ctx, [person.id]).values()] : [],
    statuses: status ? presentStatuses(ctx, viewer, [status.id]) : [],
    hashtags: [],
  }
}

function isLikely(q: string, kind: Kind): boolean {
  const isOneWord = !/\s/.test(q)
  if (isOneWord && q.startsWith('@')) return kind === 'accounts'
  if (isOneWord && q.startsWith('#')) return kind !== 'accounts'
  return true
}

/** Nothing of the kinds that were not asked for. */
const without = (type: Kind | undefined): Partial<Found> =>
  Object.fromEntries(kinds.filter((kind) => type !== undefined && kind !== type).map((kind) => [kind, []]))

function localNumbered(ctx: Context, id: number): AccountRow | undefined {
  const row = accountById(ctx.db, { id })
  return row?.domain === null ? row : undefined
}

/** What an address of this server leads to: a person or a post that the viewer may see. */
function atAddress(ctx: Context, viewer: Viewer | undefined, q: string): Found | undefined {
  if (!q.startsWith(`${ctx.config.publicUrl}/`)) return undefined
  const path = q.slice(ctx.config.publicUrl.length)
  const [, name, id] = /^\/@([\w.-]+)(?:\/(\d{1,16}))?\/?$/.exec(path) ?? []
  // as other servers name people and posts of ours
  const [, number, post = id] = /^\/ap\/users\/(\d{1,16})(?:\/statuses\/(\d{1,16}))?$/.exec(path) ?? []
  if (post !== undefined) return { accounts: [], hashtags: [], statuses: presentStatuses(ctx, viewer, [Number(post)]) }
  if (name === undefined && number === undefined) return undefined
  const row =
    name === undefined ? localNumbered(ctx, Number(number)) : localAccountByName(ctx.db, { key: name.toLowerCase() })
  const isThere = row && row.joinedAt !== null && row.suspendedAt === null
  return { accounts: isThere ? [...presentAccountRows(ctx, [row]).values()] : [], hashtags: [], statuses: [] }
}
