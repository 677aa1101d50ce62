import type { FeaturedTag, Tag } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { timeOfId } from '../../core/ids.ts'
import { limits } from '../../limits.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { accountById } from '../accounts/queries.ts'
import { nameOf, tagUrl } from '../tags/present.ts'
import { type FeaturedRow, featuredByName, featuredOf, putFeatured, removeFeatured, usedMost } from './queries.ts'

/** So many of the newest posts with a hashtag are looked at to count somebody's own. */
const LOOKED_AT = 2000
/** So many of one's newest posts are looked at for what to suggest, and so many hashtags are suggested. */
const OWN_POSTS = 200
const SUGGESTED = 10

const read = (ctx: Context, accountId: number, viewer: Viewer | undefined) =>
  featuredOf(ctx.db, { accountId, localOnly: memberId(viewer) === undefined ? 0 : 1, most: LOOKED_AT })

const present = (ctx: Context, { id, name, display, uses, lastId }: FeaturedRow): FeaturedTag => ({
  id: String(id),
  name: display,
  url: tagUrl(ctx, name),
  statuses_count: String(uses),
  last_status_at: lastId === null ? null : new Date(timeOfId(lastId)).toISOString().slice(0, 10),
})

/** The hashtags on one's own profile. */
export const readOwnFeatured = (ctx: Context, viewer: Viewer): FeaturedTag[] =>
  read(ctx, viewer.accountId, viewer).map((row) => present(ctx, row))

/** The hashtags on somebody's profile. Throws 404 for nobody. */
export function readFeatured(ctx: Context, viewer: Viewer | undefined, accountId: number): FeaturedTag[] {
  const account = accountById(ctx.db, { id: accountId })
  if (!account || account.joinedAt === null) throw notFound()
  return account.suspendedAt === null ? read(ctx, accountId, viewer).map((row) => present(ctx, row)) : []
}

/** Puts a hashtag on one's profile; one that is there stays. Throws 422 for what can be none, and past the most. */
export function featureTag(ctx: Context, viewer: Viewer, written: string): FeaturedTag {
  return ctx.transact(() => {
    const me = viewer.accountId
    const display = written.trim().replace(/^#/, '')
    const name = nameOf(display)
    if (name === undefined)
      throw invalid('Validation failed: this is no hashtag. Write one word: letters, digits and _, not digits alone.')
    const before = read(ctx, me, viewer)
    if (before.length >= limits.featuredTags && !before.some((row) => row.name === name)) {
      throw invalid(`You can have ${limits.featuredTags} hashtags on your profile at most.`)
    }
    putFeatured(ctx.db, { id: ctx.newId(), me, name, display, now: ctx.now() })
    const row = read(ctx, me, viewer).find((one) => one.name === name)
    if (!row) throw notFound()
    return present(ctx, row)
  })
}

/** Takes a hashtag off one's profile. Throws 404. */
export function unfeatureTag(ctx: Context, { accountId: me }: Viewer, id: number): object {
  if (removeFeatured(ctx.db, { me, id }) === 0) throw notFound()
  return {}
}

/** The same by its name; one that is not there is left so. */
export function unfeatureByName(ctx: Context, { accountId: me }: Viewer, written: string): void {
  const name = nameOf(written)
  if (name === undefined) throw notFound()
  const row = featuredByName(ctx.db, { me, name })
  if (row) removeFeatured(ctx.db, { me, id: row.id })
}

/** Hashtags of one's own posts that could stand on one's profile. */
export const suggestTags = (ctx: Context, { accountId: me }: Viewer): Tag[] =>
  usedMost(ctx.db, { me, posts: OWN_POSTS, most: SUGGESTED }).map(({ id, name, display }) => ({
    id: String(id),
    name: display,
    url: tagUrl(ctx, name),
    history: [],
    featuring: false,
  }))
