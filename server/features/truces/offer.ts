import { z } from 'zod'
import type { Truce, TruceKind } from '../../../shared/api/pauses.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import type { Context } from '../../context.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import { id, whole } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { readRelations } from '../../policies/relations.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { type AccountRow, accountById } from '../accounts/queries.ts'
import { presentStatuses } from '../statuses/present.ts'
import { statusById } from '../statuses/queries.ts'
import { checkRoom } from './limit.ts'
import { presentTruce } from './list.ts'
import { insertOffer, refusesOffers } from './queries.ts'

const daysOf = (allowed: readonly number[]) =>
  whole.refine((days) => allowed.includes(days), { error: `has to be one of ${allowed.join(', ')} days` })

/** To whom a truce is offered, and for how many days. */
export const truceForm = z.object({ account_id: id, days: daysOf(sharedLimits.truceDays) })
/** To whom a lock is offered, at which post of the conversation, and for how many days. */
export const lockForm = z.object({ account_id: id, status_id: id, days: daysOf(sharedLimits.lockDays) })

type Form = { account_id: number; days: number; status_id?: number }

const refuse = (field: string, error: string, description: string) =>
  invalidFields({ [field]: [{ error, description }] })

/** Whom an offer can be made to. Throws 404 for nobody, 422 for oneself, people elsewhere and those one blocks oneself. */
function findTarget(ctx: Context, { accountId: me }: Viewer, targetId: number): AccountRow {
  const target = accountById(ctx.db, { id: targetId })
  if (!target || target.joinedAt === null) throw notFound()
  if (targetId === me) throw refuse('account_id', 'ERR_INVALID', 'You cannot offer this to yourself.')
  if (target.domain !== null)
    throw refuse('account_id', 'ERR_INVALID', 'This can only be agreed with members of this community.')
  if (readRelations(ctx.db, me, [targetId], ctx.now()).blocking.has(targetId)) {
    throw refuse('account_id', 'ERR_BLOCKING', 'You block this person, so neither of you hears of the other already.')
  }
  return target
}

/** The conversation of a post that the viewer may see. Throws 404. */
function findThread(ctx: Context, viewer: Viewer, statusId: number | undefined): number | null {
  if (statusId === undefined) return null
  const row = statusById(ctx.db, { id: statusId })
  if (!row || presentStatuses(ctx, viewer, [statusId]).length === 0) throw notFound()
  return row.threadId
}

/** Whether an offer comes to the person it names. It is kept all the same, and who made it sees no difference. */
function reaches(ctx: Context, from: number, target: AccountRow): boolean {
  const { blocking, muting } = readRelations(ctx.db, target.id, [from], ctx.now())
  if (target.suspendedAt !== null || blocking.has(from) || muting.has(from)) return false
  return refusesOffers(ctx.db, { me: target.id }) === undefined
}

/**
 * Offers a truce, or with a post a lock in its conversation. Whatever depends on the other is accepted alike and runs
 * the same clock; only the offerer's own limits are told. Throws 404 and 422.
 */
export function offer(ctx: Context, viewer: Viewer, kind: TruceKind, form: Form): Truce {
  return ctx.transact(() => {
    const target = findTarget(ctx, viewer, form.account_id)
    checkRoom(ctx, { kind, me: viewer.accountId, targetId: target.id })
    const threadId = findThread(ctx, viewer, form.status_id)
    const offerId = ctx.newId()
    const now = ctx.now()
    const answerBy = now + limits.truceOfferLasts
    const seen = reaches(ctx, viewer.accountId, target)
    insertOffer(ctx.db, {
      id: offerId,
      kind,
      accountId: viewer.accountId,
      targetId: target.id,
      threadId,
      statusId: form.status_id ?? null,
      days: form.days,
      now,
      answerBy,
      hidden: seen ? 0 : 1,
    })
    const noticeKind = kind === 'truce' ? 'truce_offered' : 'lock_offered'
    if (seen) ctx.emit('noticeGiven', { accountId: target.id, kind: noticeKind, ref: offerId })
    ctx.queue.add('truceClock', { truceId: offerId, at: answerBy }, { at: answerBy })
    return presentTruce(ctx, viewer, offerId)
  })
}
