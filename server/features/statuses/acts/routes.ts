import { z } from 'zod'
import type { Status } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { blankIsAbsent, cursors, id, pageSize } from '../../../http/forms.ts'
import { get, post, type Route } from '../../../http/route.ts'
import { limits } from '../../../limits.ts'
import type { Scope } from '../../../policies/scopes.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { bookmark, unbookmark } from './bookmark.ts'
import { boost, unboost } from './boost.ts'
import { favourite, unfavourite } from './favourite.ts'
import { readBookmarks, readBoosters, readFavouriters, readFavourites } from './lists.ts'
import { pin, unpin } from './pin.ts'

const one = z.object({ id })
const boosting = z.object({ id, visibility: blankIsAbsent(z.enum(['public', 'unlisted', 'private'])) })
const posts = z.object({ ...cursors, limit: pageSize(20, limits.pageStatuses) })
const people = z.object({ ...cursors, id, limit: pageSize(40, limits.pageAccounts) })

type Verb = (ctx: Context, viewer: Viewer, id: number) => Status

/** Something that a member does with a post and that only they, or its author, notice. */
const deed = (verb: string, scope: Scope, run: Verb): Route =>
  post(`/api/v1/statuses/:id/${verb}`, { access: 'member', scope, form: one }, (ctx, { viewer, form }) =>
    run(ctx, viewer, form.id),
  )

/** Boosts, favourites, bookmarks and pins, as Mastodon's API has them. */
export const actRoutes: readonly Route[] = [
  post(
    '/api/v1/statuses/:id/reblog',
    { access: 'poster', scope: 'write:statuses', form: boosting, limit: 'post' },
    (ctx, { viewer, form }) => boost(ctx, viewer, form),
  ),
  deed('unreblog', 'write:statuses', unboost),
  deed('favourite', 'write:favourites', favourite),
  deed('unfavourite', 'write:favourites', unfavourite),
  deed('bookmark', 'write:bookmarks', bookmark),
  deed('unbookmark', 'write:bookmarks', unbookmark),
  deed('pin', 'write:accounts', pin),
  deed('unpin', 'write:accounts', unpin),
  get(
    '/api/v1/statuses/:id/reblogged_by',
    { access: 'public', scope: 'read:statuses', form: people },
    (ctx, { viewer, form }) => readBoosters(ctx, viewer, form),
  ),
  get(
    '/api/v1/statuses/:id/favourited_by',
    { access: 'public', scope: 'read:statuses', form: people },
    (ctx, { viewer, form }) => readFavouriters(ctx, viewer, form),
  ),
  get('/api/v1/favourites', { access: 'member', scope: 'read:favourites', form: posts }, (ctx, { viewer, form }) =>
    readFavourites(ctx, viewer, form),
  ),
  get('/api/v1/bookmarks', { access: 'member', scope: 'read:bookmarks', form: posts }, (ctx, { viewer, form }) =>
    readBookmarks(ctx, viewer, form),
  ),
]
