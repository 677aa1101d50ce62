import type { NoticeKind } from '../../../shared/api/notices.ts'
import type { Truce } from '../../../shared/api/pauses.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentTruce } from './list.ts'
import {
  begin,
  endNow,
  hideOffer,
  openOffer,
  openOffersTo,
  type TruceRow,
  truceById,
  withdrawOffer,
} from './queries.ts'

type Step = 'offered' | 'began' | 'ended'

/** The notice of a step, for either kind. */
const noticeOf = ({ kind }: TruceRow, step: Step): NoticeKind => `${kind === 'truce' ? 'truce' : 'lock'}_${step}`

function findOffer(ctx: Context, viewer: Viewer, id: number): TruceRow {
  const offer = openOffer(ctx.db, { id, me: viewer.accountId, now: ctx.now() })
  if (!offer) throw notFound('This offer is not open, or not any more.')
  return offer
}

/** Takes the notice of an offer back from the person that it was made to. */
export const takeNoticeBack = (ctx: Context, offer: TruceRow) =>
  ctx.emit('noticeTakenBack', { accountId: offer.targetId, kind: noticeOf(offer, 'offered'), ref: offer.id })

/** Takes an offer back, as its maker does: the other finds nothing of it any more. */
export function takeBack(ctx: Context, offer: TruceRow): void {
  withdrawOffer(ctx.db, { id: offer.id, now: ctx.now() })
  takeNoticeBack(ctx, offer)
}

/** Says yes to an offer: it holds from now on, and who made it is told. Throws 404. */
export function accept(ctx: Context, viewer: Viewer, id: number): Truce {
  return ctx.transact(() => {
    const offer = findOffer(ctx, viewer, id)
    const endsAt = ctx.now() + offer.days * DAY
    begin(ctx.db, { id, endsAt })
    takeNoticeBack(ctx, offer)
    const back = { accountId: offer.targetId, targetId: offer.accountId, now: ctx.now() }
    for (const other of openOffersTo(ctx.db, back)) if (other.kind === offer.kind) takeBack(ctx, other)
    ctx.emit('noticeGiven', { accountId: offer.accountId, kind: noticeOf(offer, 'began'), ref: id })
    tellOfLock(ctx, offer)
    ctx.queue.add('truceClock', { truceId: id, at: endsAt }, { at: endsAt })
    return presentTruce(ctx, viewer, id)
  })
}

/** Says no to an offer. Who made it learns nothing of that: for them it runs until its clock. Throws 404. */
export function decline(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    const offer = findOffer(ctx, viewer, id)
    hideOffer(ctx.db, { id })
    takeNoticeBack(ctx, offer)
    return {}
  })
}

/** A lock is said by the first post of its conversation, where that is ours. */
function tellOfLock(ctx: Context, { kind, threadId }: TruceRow): void {
  if (kind === 'thread_lock' && threadId !== null) ctx.emit('lockChanged', { threadId })
}

/** Tells both that what they agreed on is over, in the same words. */
export function tellEnded(ctx: Context, truce: TruceRow): void {
  for (const accountId of [truce.accountId, truce.targetId]) {
    ctx.emit('noticeGiven', { accountId, kind: noticeOf(truce, 'ended'), ref: truce.id })
  }
  tellOfLock(ctx, truce)
}

/** Ends what holds, for both at once and without a reason, or takes one's own open offer back. Throws 404. */
export function end(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    const truce = truceById(ctx.db, { id })
    const me = viewer.accountId
    if (!truce || ![truce.accountId, truce.targetId].includes(me)) throw notFound()
    const isOwnOffer = truce.accountId === me && truce.endsAt === null && truce.answerBy > ctx.now()
    if (isOwnOffer) takeBack(ctx, truce)
    else if (endNow(ctx.db, { id, me, now: ctx.now() }) === 1) tellEnded(ctx, truce)
    else throw notFound()
    return {}
  })
}
