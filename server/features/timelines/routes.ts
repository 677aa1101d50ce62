import { z } from 'zod'
import { cursors, flag, id, listOf, pageSize } from '../../http/forms.ts'
import { get, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { readHome, readLink, readList, readPostsOf, readPublic, readTag } from './read.ts'

const page = { ...cursors, limit: pageSize(20, limits.pageStatuses) }
const narrowing = { local: flag.optional(), remote: flag.optional(), only_media: flag.optional() }
const tags = listOf(z.string(), 4).default([])

const home = z.object(page)
const list = z.object({ ...page, id })
const everybody = z.object({ ...page, ...narrowing })
const hashtag = z.object({ ...page, ...narrowing, hashtag: z.string(), any: tags, all: tags, none: tags })
const link = z.object({ ...page, ...narrowing, url: z.string().max(limits.cardUrl) })
const posts = z.object({
  ...page,
  id,
  pinned: flag.optional(),
  only_media: flag.optional(),
  exclude_replies: flag.optional(),
  exclude_reblogs: flag.optional(),
  exclude_direct: flag.optional(),
  tagged: z.string().optional(),
})

/** Lists of posts. */
export const timelineRoutes: readonly Route[] = [
  get(
    '/api/v1/timelines/home',
    { access: 'member', scope: 'read:statuses', form: home, kept: true },
    (ctx, { viewer, form }) => readHome(ctx, viewer, form),
  ),
  get(
    '/api/v1/timelines/list/:id',
    { access: 'member', scope: 'read:lists', form: list, kept: true },
    (ctx, { viewer, form }) => readList(ctx, viewer, form),
  ),
  get(
    '/api/v1/timelines/public',
    { access: 'public', scope: 'read:statuses', form: everybody, kept: true },
    (ctx, { viewer, form }) => readPublic(ctx, viewer, form),
  ),
  get(
    '/api/v1/timelines/tag/:hashtag',
    { access: 'public', scope: 'read:statuses', form: hashtag, kept: true },
    (ctx, { viewer, form }) => readTag(ctx, viewer, form),
  ),
  get(
    '/api/v1/timelines/link',
    { access: 'public', scope: 'read:statuses', form: link, kept: true },
    (ctx, { viewer, form }) => readLink(ctx, viewer, form),
  ),
  get(
    '/api/v1/accounts/:id/statuses',
    { access: 'public', scope: 'read:statuses', form: posts, kept: true },
    (ctx, { viewer, form }) => readPostsOf(ctx, viewer, form),
  ),
]
