import { post, type Route } from '../../http/route.ts'
import { readDimensions } from './dimensions.ts'
import { measureForm } from './form.ts'
import { readMeasures } from './read.ts'
import { readRetention, retentionForm } from './retention.ts'

const admin = '/api/v1/admin'
const asking = { access: 'member', held: 'metrics', scope: 'admin:read' } as const

/** Mastodon's API for staff on numbers: of the community, of hashtags and of servers, and of nobody. */
export const measureRoutes: readonly Route[] = [
  post(`${admin}/measures`, { ...asking, form: measureForm }, (ctx, { form }) => readMeasures(ctx, form)),
  post(`${admin}/dimensions`, { ...asking, form: measureForm }, (ctx, { viewer, form }) =>
    readDimensions(ctx, viewer, form),
  ),
  post(`${admin}/retention`, { ...asking, form: retentionForm }, (ctx, { form }) => readRetention(ctx, form)),
]
