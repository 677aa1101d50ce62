import { z } from 'zod'
import { cursors, flag, id, pageSize } from '../../http/forms.ts'
import { get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { countNotices, putAway, readNotices } from './read.ts'

const path = '/api/community/v1/notices'
const wish = z.object({ ...cursors, limit: pageSize(20, limits.pageNotices), unread: flag.default(false) })
const most = z.object({ limit: pageSize(100, 1000) })

/** What the community tells one member. */
export const noticeRoutes: readonly Route[] = [
  get(
    path,
    {
      access: 'member',
      scope: 'read:notifications',
      form: wish,
      kept: true,
      summary: 'What the community tells you, newest first; with `unread` only what you have not put away.',
    },
    (ctx, { viewer, form }) => readNotices(ctx, viewer, form),
  ),
  get(
    `${path}/unread_count`,
    { access: 'member', scope: 'read:notifications', form: most, summary: 'How many notices wait.' },
    (ctx, { viewer, form }) => countNotices(ctx, viewer, form.limit),
  ),
  post(
    `${path}/:id/read`,
    { access: 'member', scope: 'write:notifications', form: z.object({ id }), summary: 'Puts a notice away.' },
    (ctx, { viewer, form }) => putAway(ctx, viewer, form.id),
  ),
]
