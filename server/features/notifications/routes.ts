import { z } from 'zod'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { cursors, flag, id, listOf, pageSize } from '../../http/forms.ts'
import { get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { removeAll, removeNotification } from './queries.ts'
import { countUnread, readNotification, readNotifications } from './read.ts'

const one = z.object({ id })
const types = listOf(z.string(), 40)
const wish = z.object({
  ...cursors,
  limit: pageSize(40, limits.pageNotifications),
  types: types.optional(),
  exclude_types: types.default([]),
  account_id: id.optional(),
  include_filtered: flag.optional(),
})
const most = z.object({ limit: pageSize(100, 1000) })

function dismiss(ctx: Context, { accountId: me }: Viewer, id: number): object {
  if (removeNotification(ctx.db, { id, me }) === 0) throw notFound()
  return {}
}

/** What people are told, as Mastodon's API has it in its first version. */
export const notificationRoutes: readonly Route[] = [
  get(
    '/api/v1/notifications',
    { access: 'member', scope: 'read:notifications', form: wish, kept: true },
    (ctx, { viewer, form }) => readNotifications(ctx, viewer, form),
  ),
  get(
    '/api/v1/notifications/unread_count',
    { access: 'member', scope: 'read:notifications', form: most },
    (ctx, { viewer, form }) => countUnread(ctx, viewer, form.limit),
  ),
  get(
    '/api/v1/notifications/:id',
    { access: 'member', scope: 'read:notifications', form: one },
    (ctx, { viewer, form }) => readNotification(ctx, viewer, form.id),
  ),
  post('/api/v1/notifications/clear', { access: 'member', scope: 'write:notifications' }, (ctx, { viewer }) => {
    removeAll(ctx.db, { me: viewer.accountId })
    return {}
  }),
  // the older address of the same, with the id in its body
  post(
    '/api/v1/notifications/dismiss',
    { access: 'member', scope: 'write:notifications', form: one },
    (ctx, { viewer, form }) => dismiss(ctx, viewer, form.id),
  ),
  post(
    '/api/v1/notifications/:id/dismiss',
    { access: 'member', scope: 'write:notifications', form: one },
    (ctx, { viewer, form }) => dismiss(ctx, viewer, form.id),
  ),
]
