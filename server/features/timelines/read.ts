import type { FilterContext, Status } from '../../../shared/api/wire.ts'
import { normalizeTag } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { notFound, Refusal } from '../../core/errors.ts'
import type { Range } from '../../db/range.ts'
import { Page } from '../../http/answer.ts'
import { rangeOf, readPage, type Wish } from '../../http/pages.ts'
import { seesNoLists } from '../../policies/panic.ts'
import { noRelations, readRelations } from '../../policies/relations.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { accountById } from '../accounts/queries.ts'
import { hides } from '../filters/present.ts'
import { entriesOf, listOf } from '../lists/queries.ts'
import { presentStatuses, type Rule } from '../statuses/present.ts'
import { tagByName } from '../tags/queries.ts'
import { trendingLinks } from '../trends/queries.ts'
import {
  homeOf,
  linking,
  listed,
  listedPictures,
  openHere,
  openPicturesHere,
  picturesOf,
  pinnedOf,
  postsOf,
  tagged,
} from './queries.ts'
import { heard, undiscreet, unhidden, wanted } from './rules.ts'

type Skeleton = (range: Range) => readonly { cursor: number }[]

const nothing = () => new Page([], {})

/** Refuses (422, as Mastodon) visitors while the public lists are for members alone. */
function checkShown(ctx: Context, viewer: Viewer | undefined): void {
  if (!seesNoLists(ctx.db, viewer, ctx.now())) return
  throw new Refusal(422, 'This method requires an authenticated user')
}

/** How a list is read: ids by `skeleton`, then only what `rule` keeps and no filter for such lists hides. */
type Reading = { skeleton: Skeleton; rule?: Rule | undefined; context: FilterContext }

/** A page of posts that the viewer may see. */
function readPosts(ctx: Context, viewer: Viewer | undefined, wish: Wish, reading: Reading): Page {
  return readPage(wish, reading.skeleton, (rows) => {
    const ids = rows.map((row) => row.cursor)
    return presentStatuses(ctx, viewer, ids, reading.rule)
      .filter(({ filtered }) => !hides(filtered, reading.context))
      .map((status) => ({ cursor: Number(status.id), item: status }))
  })
}

/** One's own posts and those of the people one follows. */
export const readHome = (ctx: Context, viewer: Viewer, wish: Wish): Page =>
  readPosts(ctx, viewer, wish, {
    skeleton: (range) => homeOf(ctx.db, { me: viewer.accountId }, range),
    rule: unhidden(ctx, viewer.accountId, wanted),
    context: 'home',
  })

/** What the people of one's own list post. Throws 404 for every other list. */
export function readList(ctx: Context, viewer: Viewer, wish: Wish & { id: number }): Page {
  const me = viewer.accountId
  if (!listOf(ctx.db, { id: wish.id, me })) throw notFound()
  return readPosts(ctx, viewer, wish, {
    skeleton: (range) => entriesOf(ctx.db, { listId: wish.id }, range),
    rule: unhidden(ctx, me, wanted),
    context: 'home',
  })
}

/** What a public list may be narrowed to. */
export type Narrowing = { local?: boolean; remote?: boolean; only_media?: boolean }

/**
 * Where the posts of a public list are from: 1 here, 0 elsewhere, both by default. What people of other servers write is
 * listed for members alone: a visitor who asks for nothing else is refused (422, as Mastodon).
 */
function placesOf(viewer: Viewer | undefined, { local, remote }: Narrowing): number[] {
  if (memberId(viewer) !== undefined) return local ? [1] : remote ? [0] : [1, 0]
  if (remote && !local) throw new Refusal(422, 'This method requires an authenticated user')
  return [1]
}

/** Public posts that answer nobody else, of this community, of other servers, or both. */
export function readPublic(ctx: Context, viewer: Viewer | undefined, wish: Wish & Narrowing): Page {
  checkShown(ctx, viewer)
  const places = placesOf(viewer, wish)
  const forMembers = wish.only_media ? listedPictures : listed
  const forVisitors = wish.only_media ? openPicturesHere : openHere
  const skeleton = (range: Range) =>
    memberId(viewer) === undefined
      ? forVisitors(ctx.db, {}, range)
      : merge(
          places.map((local) => forMembers(ctx.db, { local }, range)),
          range,
        )
  return readPosts(ctx, viewer, wish, { skeleton, rule: unhidden(ctx, memberId(viewer), heard), context: 'public' })
}

/** Posts of a list as a visitor's browser first shows it. */
const FIRST = 20

/** What the list of everyone here begins with for a visitor. */
export function readOpenHere(ctx: Context): Status[] {
  const ids = openHere(ctx.db, {}, rangeOf({ limit: FIRST })).map(({ cursor }) => cursor)
  return presentStatuses(ctx, undefined, ids, unhidden(ctx, undefined, heard))
}

/** The hashtags of a list: with any of `any` beside the one in its address, with all of `all`, with none of `none`. */
export type TagWish = Wish & Narrowing & { hashtag: string; any: string[]; all: string[]; none: string[] }

/** Public posts with a hashtag, answers among them. */
export function readTag(ctx: Context, viewer: Viewer | undefined, wish: TagWish): Page {
  checkShown(ctx, viewer)
  const idOf = (name: string) => tagByName(ctx.db, { name: normalizeTag(name) })?.id
  const any = new Set([wish.hashtag, ...wish.any].map(idOf).filter((tagId) => tagId !== undefined))
  const all = wish.all.map(idOf)
  const [place, other] = placesOf(viewer, wish)
  if (any.size === 0 || all.includes(undefined)) return nothing()
  const narrow = {
    all: JSON.stringify(all),
    none: JSON.stringify(wish.none.map(idOf).filter((tagId) => tagId !== undefined)),
    localOnly: memberId(viewer) === undefined ? 0 : 1,
    pictures: wish.only_media ? 1 : 0,
    local: other === undefined ? (place ?? null) : null,
  }
  const skeleton = (range: Range) =>
    merge(
      [...any].map((tagId) => tagged(ctx.db, { tagId, ...narrow }, range)),
      range,
    )
  return readPosts(ctx, viewer, wish, { skeleton, rule: unhidden(ctx, memberId(viewer), heard), context: 'public' })
}

/**
 * Public posts that link to a page which many link to these days, by people who want to be found; none on a topic that
 * is held discreet or whose warning is of a sensitive kind. Throws 404 where the page is none of those that are shown.
 */
export function readLink(ctx: Context, viewer: Viewer | undefined, wish: Wish & Narrowing & { url: string }): Page {
  checkShown(ctx, viewer)
  const card = trendingLinks(ctx.db).find(({ name, allowed }) => name === wish.url && allowed === 1)
  if (!card) throw notFound()
  const [place, other] = placesOf(viewer, wish)
  const me = memberId(viewer)
  const narrow = { localOnly: me === undefined ? 0 : 1, local: other === undefined ? (place ?? null) : null }
  return readPosts(ctx, viewer, wish, {
    skeleton: (range) => linking(ctx.db, { cardId: card.cursor, ...narrow }, range),
    rule: unhidden(ctx, me, undiscreet(ctx, heard)),
    context: 'public',
  })
}

/** Several lists as one, in the order of the range, nothing twice, no longer than the range asks for. */
function merge(lists: { cursor: number }[][], { ascending, most }: Range): { cursor: number }[] {
  const cursors = [...new Set(lists.flat().map((row) => row.cursor))].sort((a, b) => (ascending ? a - b : b - a))
  return cursors.slice(0, most).map((cursor) => ({ cursor }))
}

/** What a list of somebody's posts may be narrowed to. */
export type PostsWish = Wish & {
  id: number
  pinned?: boolean
  only_media?: boolean
  exclude_replies?: boolean
  exclude_reblogs?: boolean
  exclude_direct?: boolean
  tagged?: string
}

/** Somebody's posts, as far as the viewer may see them, or those they pinned. */
export function readPostsOf(ctx: Context, viewer: Viewer | undefined, wish: PostsWish): Page {
  const account = accountById(ctx.db, { id: wish.id })
  if (!account || account.joinedAt === null) throw notFound()
  const tag = wish.tagged === undefined ? undefined : tagByName(ctx.db, { name: normalizeTag(wish.tagged) })
  if (wish.tagged !== undefined && !tag) return nothing()
  const me = memberId(viewer)
  const relations = me === undefined ? noRelations : readRelations(ctx.db, me, [wish.id], ctx.now())
  if (relations.blockedBy.has(wish.id)) return nothing()
  if (wish.pinned) return readPinned(ctx, viewer, wish)
  const parameters = {
    accountId: wish.id,
    me: me ?? null,
    member: me === undefined ? 0 : 1,
    own: me === wish.id ? 1 : 0,
    follows: relations.following.has(wish.id) ? 1 : 0,
    replies: wish.exclude_replies ? 0 : 1,
    boosts: wish.exclude_reblogs ? 0 : 1,
    tagId: tag?.id ?? null,
  }
  const skeleton = wish.only_media ? picturesOf : postsOf
  const rule: Rule | undefined = wish.exclude_direct ? ({ row }) => row.visibility !== 'direct' : undefined
  return readPosts(ctx, viewer, wish, {
    skeleton: (range) => skeleton(ctx.db, parameters, range),
    rule,
    context: 'account',
  })
}

/** What somebody pinned, the latest pin first. */
function readPinned(ctx: Context, viewer: Viewer | undefined, wish: PostsWish): Page {
  return readPage(
    wish,
    (range) => pinnedOf(ctx.db, { accountId: wish.id }, range),
    (rows) => {
      const ids = rows.map((row) => row.statusId)
      const cursors = new Map(rows.map(({ cursor, statusId }) => [String(statusId), cursor]))
      return presentStatuses(ctx, viewer, ids).map((item) => ({ cursor: cursors.get(item.id) ?? 0, item }))
    },
  )
}
