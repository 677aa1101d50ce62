import type { ScheduledStatus } from '../../../../shared/api/wire.ts'
import { sharedLimits } from '../../../../shared/limits.ts'
import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import { hashSecret } from '../../../core/crypto.ts'
import { invalidFields, notFound } from '../../../core/errors.ts'
import type { Page } from '../../../http/answer.ts'
import { readPage, type Wish } from '../../../http/pages.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { postingDefaults } from '../../accounts/queries.ts'
import type { StatusForm } from '../form.ts'
import { checkPost } from '../post.ts'
import { presentScheduled } from './present.ts'
import {
  countScheduled,
  insertScheduled,
  keepForScheduled,
  moveScheduled,
  removeScheduled,
  type ScheduledRow,
  scheduledById,
  scheduledByKey,
  scheduledOf,
} from './queries.ts'

const refuse = (error: string, description: string) => invalidFields({ scheduled_at: [{ error, description }] })

/**
 * Keeps a post for its time, as it would be posted now. A repeated `key` gives the one that it made before. Throws 404
 * and 422 as posting does, and 422 for a time too soon, too far away, or on a day that is full.
 */
export function scheduleStatus(
  ctx: Context,
  viewer: Viewer,
  form: StatusForm,
  key: string | undefined,
): ScheduledStatus {
  return ctx.transact(() => {
    const me = viewer.accountId
    const keyHash = key ? hashSecret(key) : null
    const before = keyHash ? scheduledByKey(ctx.db, { me, key: keyHash }) : undefined
    if (before) return presentOne(ctx, before)
    const { scheduled_at: at = 0, ...rest } = form
    checkTime(ctx, me, at)
    const { pictures } = checkPost(ctx, viewer, form)
    const id = ctx.newId()
    const liking = postingDefaults(ctx.db, { id: me })
    const kept = { ...rest, visibility: form.visibility ?? liking?.visibility }
    const row = { id, me, at, appId: viewer.appId ?? null, form: JSON.stringify(kept), key: keyHash, now: ctx.now() }
    insertScheduled(ctx.db, row)
    for (const { id: mediaId } of pictures) keepForScheduled(ctx.db, { mediaId, scheduledId: id })
    postAt(ctx, id, at)
    return presentOne(ctx, findOwn(ctx, viewer, id))
  })
}

const postAt = (ctx: Context, scheduledId: number, at: number) =>
  ctx.queue.add('postScheduled', { scheduledId, at }, { at, once: `postScheduled:${scheduledId}:${at}` })

function checkTime(ctx: Context, me: number, at: number, but = 0): void {
  if (at < ctx.now() + sharedLimits.scheduledSoonest) {
    throw refuse('ERR_INVALID', 'A post can be put off by five minutes at least. Choose a later time.')
  }
  if (at > ctx.now() + limits.scheduledAhead) throw refuse('ERR_INVALID', 'That is more than a year away.')
  const from = at - (at % DAY)
  const { count = 0, onDay = 0 } = countScheduled(ctx.db, { me, from, to: from + DAY, but }) ?? {}
  if (count >= limits.scheduledStatuses || onDay >= limits.scheduledOnDay) {
    throw refuse('ERR_TOO_MANY', `At most ${limits.scheduledOnDay} of your posts can wait for one day.`)
  }
}

/** One's own post that waits. Throws 404 for every other one. */
function findOwn(ctx: Context, { accountId }: Viewer, id: number): ScheduledRow {
  const row = scheduledById(ctx.db, { id })
  if (row?.accountId !== accountId) throw notFound()
  return row
}

function presentOne(ctx: Context, row: ScheduledRow): ScheduledStatus {
  const [shown] = presentScheduled(ctx, [row])
  if (!shown) throw notFound()
  return shown
}

/** One's own posts that wait, the last written first. */
export const readScheduled = (ctx: Context, { accountId: me }: Viewer, wish: Wish): Page =>
  readPage(
    wish,
    (range) => scheduledOf(ctx.db, { me }, range),
    (rows) => presentScheduled(ctx, rows).map((item) => ({ cursor: Number(item.id), item })),
  )

/** One of them. Throws 404. */
export const readOneScheduled = (ctx: Context, viewer: Viewer, id: number): ScheduledStatus =>
  presentOne(ctx, findOwn(ctx, viewer, id))

/** Puts one of them to another time. Throws 404, and 422 as {@link scheduleStatus}. */
export function reschedule(
  ctx: Context,
  viewer: Viewer,
  { id, scheduled_at: at }: { id: number; scheduled_at?: number | undefined },
): ScheduledStatus {
  return ctx.transact(() => {
    const row = findOwn(ctx, viewer, id)
    if (at === undefined) return presentOne(ctx, row)
    checkTime(ctx, viewer.accountId, at, id)
    moveScheduled(ctx.db, { id, at })
    ctx.emit('noticeTakenBack', { accountId: viewer.accountId, kind: 'not_posted', ref: id })
    postAt(ctx, id, at)
    return presentOne(ctx, findOwn(ctx, viewer, id))
  })
}

/** Takes one of them back; its pictures are free for another post. Throws 404. */
export function cancelScheduled(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    findOwn(ctx, viewer, id)
    removeScheduled(ctx.db, { id })
    ctx.emit('noticeTakenBack', { accountId: viewer.accountId, kind: 'not_posted', ref: id })
    return {}
  })
}
