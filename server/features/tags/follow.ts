import type { Tag } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import type { Page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { nameOf, presentTag } from './present.ts'
import { countFollowedTags, followedTagsOf, putTagFollow, removeTagFollow, standingTo } from './queries.ts'

/** The normal form of what can be a hashtag. Throws 404 for anything else. */
function findName(written: string): string {
  const name = nameOf(written)
  if (name === undefined) throw notFound()
  return name
}

/** Follows a hashtag: public posts with it come home. Throws 404 for what can be none, 422 past the most. */
export function followTag(ctx: Context, { accountId: me }: Viewer, written: string): Tag {
  return ctx.transact(() => {
    const name = findName(written)
    if ((countFollowedTags(ctx.db, { me })?.count ?? 0) >= limits.followedTags) {
      throw invalid(`You can follow ${limits.followedTags} hashtags at most.`)
    }
    const isNew = putTagFollow(ctx.db, { id: ctx.newId(), me, name, now: ctx.now() }) > 0
    if (isNew) ctx.emit('tagFollowed', { accountId: me, name })
    return presentTag(ctx, name, standingTo(ctx.db, { me, name }))
  })
}

/** Follows a hashtag no longer; its posts leave home where nothing else brought them. Throws 404. */
export function unfollowTag(ctx: Context, { accountId: me }: Viewer, written: string): Tag {
  return ctx.transact(() => {
    const name = findName(written)
    if (removeTagFollow(ctx.db, { me, name }) > 0) ctx.emit('tagUnfollowed', { accountId: me, name })
    return presentTag(ctx, name, standingTo(ctx.db, { me, name }))
  })
}

/** The hashtags that one follows, the latest first. */
export const readFollowedTags = (ctx: Context, { accountId: me }: Viewer, wish: Wish): Page =>
  readPage(
    wish,
    (range) => followedTagsOf(ctx.db, { me }, range),
    (rows) =>
      rows.map(({ cursor, name, featuring }) => ({ cursor, item: presentTag(ctx, name, { following: 1, featuring }) })),
  )
