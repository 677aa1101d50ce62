import { z } from 'zod'
import { notFound } from '../../core/errors.ts'
import { flag, id, listOf } from '../../http/forms.ts'
import { del, get, post, put, type Route } from '../../http/route.ts'
import { deleteStatus } from './delete.ts'
import { editStatus } from './edits/edit.ts'
import { readHistory, readSource } from './edits/read.ts'
import { editForm, statusForm } from './form.ts'
import { goneForm, readGone } from './gone.ts'
import { postStatus } from './post.ts'
import { presentStatuses } from './present.ts'
import { quoteRoutes } from './quotes/routes.ts'
import { scheduledRoutes } from './scheduled/routes.ts'
import { scheduleStatus } from './scheduled/schedule.ts'
import { takeCardOff } from './take-card-off.ts'
import { readThread } from './thread.ts'
import { isToStaff } from './to-staff.ts'

const one = z.object({ id })
const deletion = z.object({ id, delete_media: flag.default(false) })
const several = z.object({ id: listOf(id, 20).default([]) })

/** Posts, as Mastodon's API has them. */
export const statusRoutes: readonly Route[] = [
  ...quoteRoutes,
  ...scheduledRoutes,
  post(
    '/api/v1/statuses',
    { access: 'poster', unless: isToStaff, scope: 'write:statuses', form: statusForm, limit: 'post' },
    (ctx, { viewer, form, request }) =>
      (form.scheduled_at === undefined ? postStatus : scheduleStatus)(
        ctx,
        viewer,
        form,
        request.get('idempotency-key'),
      ),
  ),
  get('/api/v1/statuses', { access: 'public', scope: 'read:statuses', form: several }, (ctx, { viewer, form }) =>
    presentStatuses(ctx, viewer, form.id),
  ),
  get(
    '/api/community/v1/gone',
    {
      access: 'member',
      scope: 'read:statuses',
      form: goneForm,
      summary: 'Which posts that lie on a device are not there for the member any more.',
    },
    (ctx, { viewer, form }) => readGone(ctx, viewer, form),
  ),
  get('/api/v1/statuses/:id', { access: 'public', scope: 'read:statuses', form: one }, (ctx, { viewer, form }) => {
    const [status] = presentStatuses(ctx, viewer, [form.id])
    if (!status) throw notFound()
    return status
  }),
  put(
    '/api/v1/statuses/:id',
    { access: 'poster', scope: 'write:statuses', form: editForm, limit: 'post' },
    (ctx, { viewer, form }) => editStatus(ctx, viewer, form),
  ),
  get('/api/v1/statuses/:id/source', { access: 'member', scope: 'read:statuses', form: one }, (ctx, { viewer, form }) =>
    readSource(ctx, viewer, form.id),
  ),
  get(
    '/api/v1/statuses/:id/history',
    { access: 'public', scope: 'read:statuses', form: one },
    (ctx, { viewer, form }) => readHistory(ctx, viewer, form.id),
  ),
  del(
    '/api/v1/statuses/:id',
    { access: 'member', scope: 'write:statuses', form: deletion, limit: 'delete' },
    (ctx, { viewer, form }) => deleteStatus(ctx, viewer, { id: form.id, withMedia: form.delete_media }),
  ),
  del(
    '/api/community/v1/statuses/:id/card',
    { access: 'member', scope: 'write:statuses', form: one, summary: "Takes the card of a link off one's own post." },
    (ctx, { viewer, form }) => takeCardOff(ctx, viewer, form.id),
  ),
  get(
    '/api/v1/statuses/:id/context',
    { access: 'public', scope: 'read:statuses', form: one },
    (ctx, { viewer, form }) => readThread(ctx, viewer, form.id),
  ),
]
