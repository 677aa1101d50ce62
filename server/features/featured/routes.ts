import { z } from 'zod'
import { cursors, id, pageSize } from '../../http/forms.ts'
import { del, get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { readTagByName } from '../tags/present.ts'
import { endorse, readEndorsed, readOwnEndorsed, unendorse } from './people.ts'
import { featureTag, readFeatured, readOwnFeatured, suggestTags, unfeatureByName, unfeatureTag } from './tags.ts'

const one = z.object({ id })
const named = z.object({ name: z.string().max(limits.statusCharacters) })
const page = { ...cursors, limit: pageSize(40, limits.pageAccounts) }
const own = z.object(page)
const of = z.object({ ...page, id })
const changing = { access: 'member', scope: 'write:accounts' } as const

/** What somebody shows on their profile: hashtags and people. */
export const featuredRoutes: readonly Route[] = [
  get('/api/v1/featured_tags', { access: 'member', scope: 'read:accounts' }, (ctx, { viewer }) =>
    readOwnFeatured(ctx, viewer),
  ),
  get('/api/v1/featured_tags/suggestions', { access: 'member', scope: 'read:accounts' }, (ctx, { viewer }) =>
    suggestTags(ctx, viewer),
  ),
  post('/api/v1/featured_tags', { ...changing, form: named, once: true }, (ctx, { viewer, form }) =>
    featureTag(ctx, viewer, form.name),
  ),
  del('/api/v1/featured_tags/:id', { ...changing, form: one }, (ctx, { viewer, form }) =>
    unfeatureTag(ctx, viewer, form.id),
  ),
  post('/api/v1/tags/:name/feature', { ...changing, form: named }, (ctx, { viewer, form }) => {
    featureTag(ctx, viewer, form.name)
    return readTagByName(ctx, viewer, form.name)
  }),
  post('/api/v1/tags/:name/unfeature', { ...changing, form: named }, (ctx, { viewer, form }) => {
    unfeatureByName(ctx, viewer, form.name)
    return readTagByName(ctx, viewer, form.name)
  }),
  get(
    '/api/v1/accounts/:id/featured_tags',
    { access: 'public', scope: 'read:accounts', form: one },
    (ctx, { viewer, form }) => readFeatured(ctx, viewer, form.id),
  ),
  get('/api/v1/endorsements', { access: 'member', scope: 'read:accounts', form: own }, (ctx, { viewer, form }) =>
    readOwnEndorsed(ctx, viewer, form),
  ),
  get(
    '/api/v1/accounts/:id/endorsements',
    { access: 'public', scope: 'read:accounts', form: of },
    (ctx, { viewer, form }) => readEndorsed(ctx, viewer, form),
  ),
  // the older names, which are still used
  ...(['endorse', 'pin'] as const).map((verb) =>
    post(`/api/v1/accounts/:id/${verb}`, { ...changing, form: one }, (ctx, { viewer, form }) =>
      endorse(ctx, viewer, form.id),
    ),
  ),
  ...(['unendorse', 'unpin'] as const).map((verb) =>
    post(`/api/v1/accounts/:id/${verb}`, { ...changing, form: one }, (ctx, { viewer, form }) =>
      unendorse(ctx, viewer, form.id),
    ),
  ),
]
