import { z } from 'zod'
import { page } from '../../http/answer.ts'
import { cursors, id } from '../../http/forms.ts'
import { del, get, post, put, type Route } from '../../http/route.ts'
import { announce, announcementForm, changeAnnouncement, changedForm, removeAnnouncement } from './edit.ts'
import { presentAdminAnnouncement } from './present.ts'
import { announcementsOfAll } from './queries.ts'
import { addReaction, dismiss, readAnnouncements, removeReaction } from './react.ts'

const PAGE = 40
const admin = '/api/community/v1/admin/announcements'
const writing = { access: 'member', may: 'announcements' } as const
const one = z.object({ id })
const reaction = z.object({ id, name: z.string().max(100) })

/** Announcements: for members as Mastodon's API has them, and the page for those who write them. */
export const announcementRoutes: readonly Route[] = [
  get('/api/v1/announcements', { access: 'member', scope: 'read:accounts' }, (ctx, { viewer }) =>
    readAnnouncements(ctx, viewer),
  ),
  post(
    '/api/v1/announcements/:id/dismiss',
    { access: 'member', scope: 'write:accounts', form: one },
    (ctx, { viewer, form }) => dismiss(ctx, viewer, form.id),
  ),
  put(
    '/api/v1/announcements/:id/reactions/:name',
    { access: 'poster', scope: 'write:favourites', form: reaction },
    (ctx, { viewer, form }) => addReaction(ctx, viewer, form.id, form.name),
  ),
  del(
    '/api/v1/announcements/:id/reactions/:name',
    { access: 'member', scope: 'write:favourites', form: reaction },
    (ctx, { viewer, form }) => removeReaction(ctx, viewer, form.id, form.name),
  ),
  get(admin, { ...writing, form: z.object(cursors), summary: 'All announcements, newest first.' }, (ctx, { form }) => {
    const rows = announcementsOfAll(ctx.db, { before: form.max_id ?? Number.MAX_SAFE_INTEGER, limit: PAGE })
    return page(
      rows.map((row) => presentAdminAnnouncement(ctx, row)),
      rows.map((row) => row.id),
      PAGE,
    )
  }),
  post(
    admin,
    { ...writing, form: announcementForm, summary: 'Says something to all members, now or later.' },
    (ctx, { viewer, form }) => announce(ctx, viewer, form),
  ),
  put(
    `${admin}/:id`,
    { ...writing, form: changedForm, summary: 'Changes what was announced.' },
    (ctx, { viewer, form }) => changeAnnouncement(ctx, viewer, form),
  ),
  del(`${admin}/:id`, { ...writing, form: one, summary: 'Takes an announcement back.' }, (ctx, { viewer, form }) =>
    removeAnnouncement(ctx, viewer, form.id),
  ),
]
