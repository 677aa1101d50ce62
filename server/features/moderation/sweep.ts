import type { Context } from '../../context.ts'
import { logAct } from '../../core/acts/log-act.ts'
import { DAY } from '../../core/clock.ts'
import { forgetLinks } from './appeals/queries.ts'
import { forgetCase, overCases } from './cases/queries.ts'
import { forgetDuties, forgetNotes } from './notes/queries.ts'

/** Forgets cases with their evidence, notes, turns and links whose time is over. */
export function sweepModeration(ctx: Context): void {
  const now = ctx.now()
  ctx.transact(() => {
    for (const { id } of overCases(ctx.db, { now })) {
      forgetCase(ctx.db, { id })
      logAct(ctx, { verb: 'case_forgotten', caseId: id })
    }
    forgetNotes(ctx.db, { now })
    forgetDuties(ctx.db, { until: now - 30 * DAY })
    forgetLinks(ctx.db, { now })
  })
}
