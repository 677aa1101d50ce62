import { z } from 'zod'
import { cursors, flag, id, languageCode, listOf, pageSize, whole } from '../../http/forms.ts'
import { get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { block, unblock } from './block.ts'
import { readFamiliar } from './familiar.ts'
import { follow, removeFollower, unfollow } from './follow.ts'
import { readAskers, readBlocks, readFollowers, readFollowing, readMutes } from './lists.ts'
import { mute, unmute } from './mute.ts'
import { noteAbout } from './note.ts'
import { readRelationships } from './other.ts'
import { authorize, reject } from './requests.ts'

const one = z.object({ id })
const page = { ...cursors, limit: pageSize(40, limits.pageAccounts) }
const own = z.object(page)
const of = z.object({ ...page, id })
const several = z.object({ id: listOf(id, limits.pageAccounts).default([]) })

const noting = z.object({ id, comment: z.string().max(limits.statusRaw).default('') })

const terms = z.object({
  id,
  reblogs: flag.optional(),
  languages: listOf(languageCode, 20).optional(),
  notify: flag.optional(),
})
const muting = z.object({
  id,
  notifications: flag.default(true),
  duration: whole.min(0).max(limits.muteLasts).default(0),
})

const lists: readonly Route[] = [
  get(
    '/api/v1/accounts/relationships',
    { access: 'member', scope: 'read:follows', form: several },
    (ctx, { viewer, form }) => readRelationships(ctx, viewer, form.id),
  ),
  get(
    '/api/v1/accounts/familiar_followers',
    { access: 'member', scope: 'read:follows', form: several },
    (ctx, { viewer, form }) => readFamiliar(ctx, viewer, form.id),
  ),
  get(
    '/api/v1/accounts/:id/followers',
    { access: 'public', scope: 'read:accounts', form: of },
    (ctx, { viewer, form }) => readFollowers(ctx, viewer, form),
  ),
  get(
    '/api/v1/accounts/:id/following',
    { access: 'public', scope: 'read:accounts', form: of },
    (ctx, { viewer, form }) => readFollowing(ctx, viewer, form),
  ),
  get('/api/v1/follow_requests', { access: 'member', scope: 'read:follows', form: own }, (ctx, { viewer, form }) =>
    readAskers(ctx, viewer, form),
  ),
  get('/api/v1/blocks', { access: 'member', scope: 'read:blocks', form: own }, (ctx, { viewer, form }) =>
    readBlocks(ctx, viewer, form),
  ),
  get('/api/v1/mutes', { access: 'member', scope: 'read:mutes', form: own }, (ctx, { viewer, form }) =>
    readMutes(ctx, viewer, form),
  ),
]

/** How people stand to each other. */
export const relationRoutes: readonly Route[] = [
  ...lists,
  post(
    '/api/v1/accounts/:id/follow',
    { access: 'poster', scope: 'write:follows', form: terms, limit: 'follow' },
    (ctx, { viewer, form }) => follow(ctx, viewer, form),
  ),
  post(
    '/api/v1/accounts/:id/unfollow',
    { access: 'member', scope: 'write:follows', form: one },
    (ctx, { viewer, form }) => unfollow(ctx, viewer, form.id),
  ),
  post(
    '/api/v1/accounts/:id/remove_from_followers',
    { access: 'member', scope: 'write:follows', form: one },
    (ctx, { viewer, form }) => removeFollower(ctx, viewer, form.id),
  ),
  post(
    '/api/v1/accounts/:id/note',
    { access: 'member', scope: 'write:accounts', form: noting },
    (ctx, { viewer, form }) => noteAbout(ctx, viewer, form),
  ),
  post('/api/v1/accounts/:id/block', { access: 'member', scope: 'write:blocks', form: one }, (ctx, { viewer, form }) =>
    block(ctx, viewer, form.id),
  ),
  post(
    '/api/v1/accounts/:id/unblock',
    { access: 'member', scope: 'write:blocks', form: one },
    (ctx, { viewer, form }) => unblock(ctx, viewer, form.id),
  ),
  post('/api/v1/accounts/:id/mute', { access: 'member', scope: 'write:mutes', form: muting }, (ctx, { viewer, form }) =>
    mute(ctx, viewer, form),
  ),
  post('/api/v1/accounts/:id/unmute', { access: 'member', scope: 'write:mutes', form: one }, (ctx, { viewer, form }) =>
    unmute(ctx, viewer, form.id),
  ),
  post(
    '/api/v1/follow_requests/:id/authorize',
    { access: 'member', scope: 'write:follows', form: one },
    (ctx, { viewer, form }) => authorize(ctx, viewer, form.id),
  ),
  post(
    '/api/v1/follow_requests/:id/reject',
    { access: 'member', scope: 'write:follows', form: one },
    (ctx, { viewer, form }) => reject(ctx, viewer, form.id),
  ),
]
