import { z } from 'zod'
import type { AdminAnnouncement } from '../../../shared/api/announcements.ts'
import type { StaffAct } from '../../../shared/api/staff-acts.ts'
import type { Context } from '../../context.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import { blankIsAbsent, flag, id } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAdminAnnouncement } from './present.ts'
import {
  type AnnouncementRow,
  announcementById,
  deleteAnnouncement,
  insertAnnouncement,
  updateAnnouncement,
} from './queries.ts'

const time = blankIsAbsent(z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)))

/** What an announcement says, when what it tells of takes place, and when it comes out (without: now). */
export const announcementForm = z.object({
  text: z.string().max(limits.statusRaw).default(''),
  starts_at: time,
  ends_at: time,
  all_day: flag.default(false),
  publish_at: time,
})
/** The same for one that is there. */
export const changedForm = announcementForm.extend({ id })

type Form = z.infer<typeof announcementForm>

function check(form: Form): string {
  const text = form.text.trim()
  const refuse = (field: string, error: string, description: string) =>
    invalidFields({ [field]: [{ error, description }] })
  if (text === '') throw refuse('text', 'ERR_BLANK', 'Write what you want to say to everybody.')
  if ([...text].length > limits.communityText) {
    throw refuse('text', 'ERR_TOO_LONG', `This is longer than ${limits.communityText} characters.`)
  }
  if (form.starts_at !== undefined && form.ends_at !== undefined && form.ends_at < form.starts_at) {
    throw refuse('ends_at', 'ERR_INVALID', 'The end is before the beginning.')
  }
  return text
}

function found(ctx: Context, announcementId: number): AnnouncementRow {
  const row = announcementById(ctx.db, { id: announcementId })
  if (!row) throw notFound('There is no announcement of this number.')
  return row
}

function valuesOf(ctx: Context, form: Form, before?: AnnouncementRow) {
  const now = ctx.now()
  const later = form.publish_at !== undefined && form.publish_at > now
  const publishAt = later ? (form.publish_at ?? null) : (before?.publishAt ?? null)
  return {
    text: check(form),
    startsAt: form.starts_at ?? null,
    endsAt: form.ends_at ?? null,
    allDay: form.all_day ? 1 : 0,
    publishAt,
    publishedAt: later ? null : (before?.publishedAt ?? now),
    now,
  }
}

/** Wakes it when it comes out and when it is over. */
function setClock(ctx: Context, announcementId: number): void {
  const { publishAt, publishedAt, endsAt } = found(ctx, announcementId)
  for (const at of [publishedAt === null ? publishAt : null, endsAt]) {
    if (at !== null && at > ctx.now()) ctx.queue.add('announcementClock', { announcementId, at }, { at })
  }
}

function told(ctx: Context, { accountId }: Viewer, action: StaffAct, announcementId: number): AdminAnnouncement {
  setClock(ctx, announcementId)
  ctx.emit('announcementMoved', { announcementId })
  ctx.emit('staffActed', { accountId, action, subject: 'announcement', subjectId: announcementId })
  return presentAdminAnnouncement(ctx, found(ctx, announcementId))
}

/** Says something to all members, now or later. Throws 422. */
export function announce(ctx: Context, viewer: Viewer, form: Form): AdminAnnouncement {
  return ctx.transact(() => {
    const announcementId = ctx.newId()
    insertAnnouncement(ctx.db, { id: announcementId, accountId: viewer.accountId, ...valuesOf(ctx, form) })
    return told(ctx, viewer, 'announcement.add', announcementId)
  })
}

/** Changes what was announced; who put it away has put it away. Throws 404, 422. */
export function changeAnnouncement(ctx: Context, viewer: Viewer, form: z.infer<typeof changedForm>): AdminAnnouncement {
  return ctx.transact(() => {
    const before = found(ctx, form.id)
    updateAnnouncement(ctx.db, { id: before.id, ...valuesOf(ctx, form, before) })
    return told(ctx, viewer, 'announcement.change', before.id)
  })
}

/** Takes an announcement back, for everybody. Throws 404. */
export function removeAnnouncement(ctx: Context, { accountId }: Viewer, announcementId: number): object {
  return ctx.transact(() => {
    deleteAnnouncement(ctx.db, { id: found(ctx, announcementId).id })
    ctx.emit('announcementMoved', { announcementId })
    ctx.emit('staffActed', {
      accountId,
      action: 'announcement.delete',
      subject: 'announcement',
      subjectId: announcementId,
    })
    return {}
  })
}
