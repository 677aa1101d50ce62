import { z } from 'zod'
import { cursors, id, pageSize } from '../../../http/forms.ts'
import { get, post, put, type Route } from '../../../http/route.ts'
import { limits } from '../../../limits.ts'
import { quotePolicy } from '../form.ts'
import { changePolicy, readQuoting, revoke } from './change.ts'

const page = z.object({ ...cursors, id, limit: pageSize(20, limits.pageStatuses) })
const pair = z.object({ id, quoting_id: id })
const policy = z.object({ id, quote_approval_policy: quotePolicy })

/** Quotes of posts, as Mastodon's API has them; they are made with their posts. */
export const quoteRoutes: readonly Route[] = [
  get(
    '/api/v1/statuses/:id/quotes',
    { access: 'public', scope: 'read:statuses', form: page },
    (ctx, { viewer, form }) => readQuoting(ctx, viewer, form),
  ),
  post(
    '/api/v1/statuses/:id/quotes/:quoting_id/revoke',
    { access: 'member', scope: 'write:statuses', form: pair },
    (ctx, { viewer, form }) => revoke(ctx, viewer, form),
  ),
  put(
    '/api/v1/statuses/:id/interaction_policy',
    { access: 'member', scope: 'write:statuses', form: policy },
    (ctx, { viewer, form }) => changePolicy(ctx, viewer, form),
  ),
]
