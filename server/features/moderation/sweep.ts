import type { Context } from '../../context.ts'
import { logAct } from '../../core/acts/log-act.ts'
import { DAY } from '../../core/clock.ts'
import { limits } from '../../limits.ts'
import { forgetLinks } from './appeals/queries.ts'
import { forgetCase, forgetReports, heldBy, keepUntil, overCases } from './cases/queries.ts'
import { forgetDuties, forgetNotes } from './notes/queries.ts'

/** Forgets cases with their evidence, but for what still holds somebody, and notes, turns and links whose time is over. */
export function sweepModeration(ctx: Context): void {
  const now = ctx.now()
  ctx.transact(() => {
    for (const { id } of overCases(ctx.db, { now })) {
      if (heldBy(ctx.db, { id })) {
        // its reports go, and by what somebody is held stays, so that it can be ended
        forgetReports(ctx.db, { id })
        keepUntil(ctx.db, { id, until: now + limits.caseKept })
        continue
      }
      forgetCase(ctx.db, { id })
      logAct(ctx, { verb: 'case_forgotten', caseId: id })
    }
    forgetNotes(ctx.db, { now })
    forgetDuties(ctx.db, { until: now - 30 * DAY })
    forgetLinks(ctx.db, { now })
  })
}
