import { z } from 'zod'
import { cursors, id, pageSize } from '../../../http/forms.ts'
import { del, get, put, type Route } from '../../../http/route.ts'
import { limits } from '../../../limits.ts'
import { timeForm } from '../form.ts'
import { cancelScheduled, readOneScheduled, readScheduled, reschedule } from './schedule.ts'

const one = z.object({ id })
const page = z.object({ ...cursors, limit: pageSize(20, limits.pageStatuses) })
const PATH = '/api/v1/scheduled_statuses'

/** Posts that wait for their time, as Mastodon's API has them. */
export const scheduledRoutes: readonly Route[] = [
  get(PATH, { access: 'member', scope: 'read:statuses', form: page }, (ctx, { viewer, form }) =>
    readScheduled(ctx, viewer, form),
  ),
  get(`${PATH}/:id`, { access: 'member', scope: 'read:statuses', form: one }, (ctx, { viewer, form }) =>
    readOneScheduled(ctx, viewer, form.id),
  ),
  put(`${PATH}/:id`, { access: 'poster', scope: 'write:statuses', form: timeForm }, (ctx, { viewer, form }) =>
    reschedule(ctx, viewer, form),
  ),
  del(`${PATH}/:id`, { access: 'member', scope: 'write:statuses', form: one }, (ctx, { viewer, form }) =>
    cancelScheduled(ctx, viewer, form.id),
  ),
]
