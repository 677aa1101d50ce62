import type { Request } from 'express'
import type { MediationInvitation } from '../../../../shared/api/mediation.ts'
import type { GuestReport } from '../../../../shared/api/mediation-guest.ts'
import type { MediationComplaint } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { notFound, Refusal } from '../../../core/errors.ts'
import type { Answer } from '../../../http/answer.ts'
import { limits } from '../../../limits.ts'
import { presentTime } from '../../accounts/present.ts'
import { exportBundle } from '../../evidence/export.ts'
import { newestBundle } from '../../evidence/queries.ts'
import { outcomesFor } from '../../moderation/reports/queries.ts'
import { isPending, presentInvitation } from '../invitation/present.ts'
import { presentCase } from '../present.ts'
import { readComplaints } from '../room/complaints.ts'
import { findGuestSeat } from './guest.ts'

/** The guest's invitation. Throws 404 once it was answered. */
export function invitationFor(ctx: Context, request: Request): MediationInvitation {
  const seat = findGuestSeat(ctx, request)
  if (!isPending(seat)) throw notFound()
  return presentInvitation(ctx, seat)
}

/** What the guest complained of in their case. */
export function complaintsFor(ctx: Context, request: Request): MediationComplaint[] {
  const { viewer, case: loaded } = findGuestSeat(ctx, request)
  return readComplaints(ctx, viewer, loaded.id)
}

/** What the guest kept last, as a file; there is no page of theirs on which it could stay. Throws 404. */
export function evidenceFor(ctx: Context, request: Request): Answer {
  const { viewer } = findGuestSeat(ctx, request)
  const kept = newestBundle(ctx.db, { me: viewer.accountId, now: ctx.now() })
  if (!kept) throw notFound()
  return exportBundle(ctx, viewer, kept.id)
}

/** What the guest reported since they were asked here, and what became of it: nobody can write to them. */
export function reportsFor(ctx: Context, request: Request): GuestReport[] {
  const { viewer, case: loaded } = findGuestSeat(ctx, request)
  const found = outcomesFor(ctx.db, { me: viewer.accountId, since: loaded.now.openedAt, most: limits.pageMediations })
  return found.map(({ createdAt, outcome, toldAt }) => ({
    created_at: presentTime(createdAt),
    outcome: toldAt === null ? null : outcome,
  }))
}

/** The case after the guest did something; nothing, where it is over for them. */
export function showAfter(ctx: Context, request: Request): unknown {
  try {
    return presentCase(ctx, findGuestSeat(ctx, request))
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.status === 404) return {}
    throw thrown
  }
}
