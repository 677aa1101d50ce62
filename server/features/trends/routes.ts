import { z } from 'zod'
import type { Context } from '../../context.ts'
import { id, pageSize, whole } from '../../http/forms.ts'
import { get, post, put, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { seesNoLists } from '../../policies/panic.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { publisherForm, readPublishers, reviewPublisher } from './publishers.ts'
import { readLinks, readPosts, readTags } from './read.ts'
import { readForReview, reviewTrend, type TrendKind } from './review.ts'
import { changeTag, readAdminTag, readAdminTags, tagForm, tagsForm } from './tags.ts'

const few = (standard: number) =>
  z.object({ offset: whole.min(0).max(limits.trends).default(0), limit: pageSize(standard, limits.pageStatuses) })
const one = z.object({ id })
const tags = '/api/v1/admin/tags'
const publishers = '/api/v1/admin/trends/links/publishers'
const reading = { access: 'member', held: 'trends', scope: 'admin:read' } as const
const kinds: readonly (readonly [string, TrendKind])[] = [
  ['tags', 'tag'],
  ['statuses', 'status'],
  ['links', 'link'],
]

/** What is there to see for who asks: nothing for visitors while lists are for members alone. */
const shown = <Item>(ctx: Context, viewer: Viewer | undefined, list: () => Item[]): Item[] =>
  seesNoLists(ctx.db, viewer, ctx.now()) ? [] : list()

/** What is used a lot here, once those who may have said that it is shown. */
export const trendRoutes: readonly Route[] = [
  // the older address of the same
  ...['/api/v1/trends', '/api/v1/trends/tags'].map((path) =>
    get(path, { access: 'public', form: few(10) }, (ctx, { viewer, form }) =>
      shown(ctx, viewer, () => readTags(ctx, form)),
    ),
  ),
  get('/api/v1/trends/statuses', { access: 'public', form: few(20) }, (ctx, { viewer, form }) =>
    shown(ctx, viewer, () => readPosts(ctx, viewer, form)),
  ),
  get('/api/v1/trends/links', { access: 'public', form: few(10) }, (ctx, { viewer, form }) =>
    shown(ctx, viewer, () => readLinks(ctx, form)),
  ),
  ...kinds.flatMap(([name, kind]) => [
    get(`/api/v1/admin/trends/${name}`, reading, (ctx, { viewer }) => readForReview(ctx, viewer, kind)),
    ...(['approve', 'reject'] as const).map((verb) =>
      post(
        `/api/v1/admin/trends/${name}/:id/${verb}`,
        { access: 'member', held: 'trends', scope: 'admin:write', form: one },
        (ctx, { viewer, form }) => reviewTrend(ctx, viewer, { kind, id: form.id, allowed: verb === 'approve' }),
      ),
    ),
  ]),
  get(publishers, reading, (ctx) => readPublishers(ctx)),
  ...(['approve', 'reject'] as const).map((verb) =>
    post(
      `${publishers}/:id/${verb}`,
      { access: 'member', held: 'trends', scope: 'admin:write', form: publisherForm },
      (ctx, { viewer, form }) => reviewPublisher(ctx, viewer, form.id, verb === 'approve'),
    ),
  ),
  get(tags, { ...reading, form: tagsForm }, (ctx, { form }) => readAdminTags(ctx, form)),
  get(`${tags}/:id`, { ...reading, form: one }, (ctx, { form }) => readAdminTag(ctx, form.id)),
  put(`${tags}/:id`, { access: 'member', held: 'trends', scope: 'admin:write', form: tagForm }, (ctx, call) =>
    changeTag(ctx, call.viewer, call.form),
  ),
]
