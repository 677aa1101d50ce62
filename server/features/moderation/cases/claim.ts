import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { checkConflicts, partiesOf } from './conflicts.ts'
import { type CaseRow, caseById, setClaim } from './queries.ts'

/** A case for somebody who may decide on reports. Throws 404, and also where it is about themselves: nobody reads that. */
export function findCase(ctx: Context, { accountId }: Viewer, id: number): CaseRow {
  const row = caseById(ctx.db, { id })
  if (!row || row.targetId === accountId) throw notFound()
  return row
}

/** Who has a case to themselves now; nobody once half an hour is over. */
export const claimantOf = ({ claimedBy, claimedUntil }: CaseRow, now: number): number | undefined =>
  claimedBy !== null && claimedUntil !== null && claimedUntil > now ? claimedBy : undefined

/** Refuses (409) what somebody would do in a case that another has taken. */
export function checkClaim(ctx: Context, row: CaseRow, me: number): void {
  const claimant = claimantOf(row, ctx.now())
  if (claimant === undefined || claimant === me) return
  throw conflict('Somebody else is looking at this now. In half an hour it is free again, unless they go on.', {
    code: 'claimed',
  })
}

/** Takes a case, so that nobody does the same twice; again to keep it longer. Throws 403 in a conflict, 404, 409. */
export function claim(ctx: Context, viewer: Viewer, id: number): void {
  ctx.transact(() => {
    const row = findCase(ctx, viewer, id)
    checkClaim(ctx, row, viewer.accountId)
    // who cannot decide keeps it from nobody who can
    checkConflicts(ctx, viewer.accountId, partiesOf(ctx, row))
    const now = ctx.now()
    setClaim(ctx.db, { id, by: viewer.accountId, until: now + limits.claimLasts, now })
    logAct(ctx, { verb: 'case_claimed', byId: viewer.accountId, caseId: id })
  })
}

/** Gives a case back. Throws 404. */
export function release(ctx: Context, viewer: Viewer, id: number): void {
  ctx.transact(() => {
    const row = findCase(ctx, viewer, id)
    if (claimantOf(row, ctx.now()) !== viewer.accountId) return
    setClaim(ctx.db, { id, by: null, until: null, now: ctx.now() })
    logAct(ctx, { verb: 'case_released', byId: viewer.accountId, caseId: id })
  })
}
