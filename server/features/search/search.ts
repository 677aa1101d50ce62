import type { Account, Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccountRows } from '../accounts/present.ts'
import { localAccountByName } from '../accounts/queries.ts'
import { presentStatuses } from '../statuses/present.ts'
import { findPeople } from './find-people.ts'
import { findPosts, type Stretch } from './find-posts.ts'
import { type FoundTag, findTags } from './find-tags.ts'
import { readQuery } from './query.ts'

/** What can be searched for. */
export const kinds = ['accounts', 'hashtags', 'statuses'] as const
type Kind = (typeof kinds)[number]

/** `GET /api/v2/search`, checked. */
export type SearchForm = Stretch & { q: string; type?: Kind; following: boolean }

/** What was found, each kind in an order of its own. */
export type Found = { accounts: Account[]; statuses: Status[]; hashtags: FoundTag[] }

/**
 * Searches for people, hashtags and posts, or for one of them. An address of this server finds what it leads to. A
 * word that begins as a handle or hashtag finds only those, and operators find only posts.
 */
export function search(ctx: Context, viewer: Viewer | undefined, form: SearchForm): Found {
  const q = form.q.trim()
  const led = atAddress(ctx, viewer, q)
  if (led) return { ...led, ...without(form.type) }
  const wants = (kind: Kind) => (form.type === undefined ? isLikely(q, kind) : form.type === kind)
  return {
    accounts: wants('accounts') ? findPeople(ctx, viewer, form) : [],
    hashtags: wants('hashtags') ? findTags(ctx, viewer, q, form) : [],
    statuses: wants('statuses') ? findPosts(ctx, viewer, readQuery(q), form) : [],
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

/** What an address of this server leads to: a person or a post that the viewer may see. */
function atAddress(ctx: Context, viewer: Viewer | undefined, q: string): Found | undefined {
  if (!q.startsWith(`${ctx.config.publicUrl}/`)) return undefined
  const path = q.slice(ctx.config.publicUrl.length)
  const [, name, id] = /^\/@([\w.-]+)(?:\/(\d{1,16}))?\/?$/.exec(path) ?? []
  if (name === undefined) return undefined
  if (id !== undefined) return { accounts: [], hashtags: [], statuses: presentStatuses(ctx, viewer, [Number(id)]) }
  const row = localAccountByName(ctx.db, { key: name.toLowerCase() })
  const isThere = row && row.joinedAt !== null && row.suspendedAt === null
  return { accounts: isThere ? [...presentAccountRows(ctx, [row]).values()] : [], hashtags: [], statuses: [] }
}
