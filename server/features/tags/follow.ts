import type { Tag } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import type { Page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import { limits } from '../../limits.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { nameOf, tagUrl } from './present.ts'
import { countFollowedTags, followedTagsOf, putTagFollow, removeTagFollow, standingTo, tagByName } from './queries.ts'

/** The normal form of what can be a hashtag. Throws 404 for anything else. */
function findName(written: string): string {
  const name = nameOf(written)
  if (name === undefined) throw notFound()
  return name
}

type Standing = { following: number; featuring: number }

function present(ctx: Context, name: string, standing: Standing | undefined): Tag {
  return {
    id: String(tagByName(ctx.db, { name })?.id ?? name),
    name,
    url: tagUrl(ctx, name),
    history: [],
    ...(standing && { following: standing.following === 1, featuring: standing.featuring === 1 }),
  }
}

/** A hashtag, used here or not; a member reads whether they follow it. Throws 404 for what can be none. */
export function readTagByName(ctx: Context, viewer: Viewer | undefined, written: string): Tag {
  const name = findName(written)
  const me = memberId(viewer)
  return present(ctx, name, me === undefined ? undefined : standingTo(ctx.db, { me, name }))
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
    return present(ctx, name, standingTo(ctx.db, { me, name }))
  })
}

/** Follows a hashtag no longer; its posts leave home where nothing else brought them. Throws 404. */
export function unfollowTag(ctx: Context, { accountId: me }: Viewer, written: string): Tag {
  return ctx.transact(() => {
    const name = findName(written)
    if (removeTagFollow(ctx.db, { me, name }) > 0) ctx.emit('tagUnfollowed', { accountId: me, name })
    return present(ctx, name, standingTo(ctx.db, { me, name }))
  })
}

/** The hashtags that one follows, the latest first. */
export const readFollowedTags = (ctx: Context, { accountId: me }: Viewer, wish: Wish): Page =>
  readPage(
    wish,
    (range) => followedTagsOf(ctx.db, { me }, range),
    (rows) =>
      rows.map(({ cursor, name, featuring }) => ({ cursor, item: present(ctx, name, { following: 1, featuring }) })),
  )
