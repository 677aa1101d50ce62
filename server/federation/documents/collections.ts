import type { Context } from '../../context.ts'
import type { AccountRow } from '../../features/accounts/queries.ts'
import type { Part } from '../../features/statuses/hydrate.ts'
import { postsOf } from '../../features/timelines/queries.ts'
import { rangeOf } from '../../http/pages.ts'
import { limits } from '../../limits.ts'
import { actorUri, postUri } from '../addresses.ts'
import { deedsWith } from './activities.ts'
import { noteDocuments } from './note.ts'
import { answerCounts, openAnswers, pinned, postPlaces } from './queries.ts'
import { type Asker, readableParts } from './read.ts'
import { inContext, type Json } from './words.ts'

/** How many there are, and nobody's name: who follows whom is theirs to tell. */
export const countOnly = (id: string, totalItems: number): Json =>
  inContext({ id, type: 'OrderedCollection', totalItems })

/** A page of a list, below or above a cursor. */
export type PageWish = { page?: boolean; max_id?: number; min_id?: number }

const outsider = { me: null, member: 0, own: 0, follows: 0, replies: 1, boosts: 1, tagId: null }

/** What somebody wrote and boosted, as far as it is for everybody; the latest first. */
export function outbox(ctx: Context, row: AccountRow, asker: Asker, wish: PageWish): Json {
  const id = `${actorUri(ctx, row.id)}/outbox`
  const total = row.suspendedAt === null ? row.statusesCount : 0
  if (!wish.page) {
    return inContext({ id, type: 'OrderedCollection', totalItems: total, first: `${id}?page=true` })
  }
  const range = rangeOf({ ...wish, min_id: undefined, limit: limits.outboxPage })
  const ids = postsOf(ctx.db, { ...outsider, accountId: row.id }, range).map(({ cursor }) => cursor)
  const last = ids.at(-1)
  return inContext({
    id: `${id}?page=true${wish.max_id === undefined ? '' : `&max_id=${wish.max_id}`}`,
    type: 'OrderedCollectionPage',
    partOf: id,
    ...(ids.length === limits.outboxPage && { next: `${id}?page=true&max_id=${last}` }),
    orderedItems: deedsWith(ctx, readableParts(ctx, asker, ids)),
  })
}

/** What somebody put at the top of their profile. */
export function featured(ctx: Context, row: AccountRow, asker: Asker): Json {
  const ids = pinned(ctx.db, { accountId: row.id, most: limits.pinnedStatuses }).map(({ statusId }) => statusId)
  const orderedItems = noteDocuments(ctx, readableParts(ctx, asker, ids))
  const id = `${actorUri(ctx, row.id)}/featured`
  return inContext({ id, type: 'OrderedCollection', totalItems: orderedItems.length, orderedItems })
}

/** The names of the answers to a post that are for everybody, the oldest first, wherever they were written. */
export function answersTo(ctx: Context, { row }: Part, wish: PageWish): Json {
  const id = `${postUri(ctx, { ...row, uri: null })}/replies`
  if (!wish.page) {
    const [counted] = answerCounts(ctx.db, { ids: JSON.stringify([row.id]) })
    return inContext({ id, type: 'Collection', totalItems: counted?.count ?? 0, first: `${id}?page=true` })
  }
  const range = { ...rangeOf({ limit: limits.repliesPage }), above: wish.min_id ?? 0, ascending: true }
  const ids = openAnswers(ctx.db, { id: row.id }, range).map(({ cursor }) => cursor)
  const items = postPlaces(ctx.db, { ids: JSON.stringify(ids) }).map((post) => postUri(ctx, post))
  return inContext({
    id: `${id}?page=true${wish.min_id === undefined ? '' : `&min_id=${wish.min_id}`}`,
    type: 'CollectionPage',
    partOf: id,
    ...(ids.length === limits.repliesPage && { next: `${id}?page=true&min_id=${ids.at(-1)}` }),
    items,
  })
}
