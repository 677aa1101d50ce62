import { z } from 'zod'
import { cursors, pageSize } from '../../http/forms.ts'
import { get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { followTag, readFollowedTags, unfollowTag } from './follow.ts'
import { readTagByName } from './present.ts'

const one = z.object({ name: z.string().max(limits.statusCharacters) })
const page = z.object({ ...cursors, limit: pageSize(100, limits.pageTags) })

/** Hashtags and who follows them, as Mastodon's API has them. */
export const tagRoutes: readonly Route[] = [
  get('/api/v1/tags/:name', { access: 'public', scope: 'read:statuses', form: one }, (ctx, { viewer, form }) =>
    readTagByName(ctx, viewer, form.name),
  ),
  post(
    '/api/v1/tags/:name/follow',
    { access: 'member', scope: 'write:follows', form: one, limit: 'follow' },
    (ctx, { viewer, form }) => followTag(ctx, viewer, form.name),
  ),
  post(
    '/api/v1/tags/:name/unfollow',
    { access: 'member', scope: 'write:follows', form: one },
    (ctx, { viewer, form }) => unfollowTag(ctx, viewer, form.name),
  ),
  get('/api/v1/followed_tags', { access: 'member', scope: 'read:follows', form: page }, (ctx, { viewer, form }) =>
    readFollowedTags(ctx, viewer, form),
  ),
]
