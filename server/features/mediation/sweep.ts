import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { loadCase } from './cases.ts'
import { countMediators } from './figures/figures.ts'
import { sweepAskers, sweepVisits } from './guests/queries.ts'
import { closedUntil, deleteCase, forgetCounters } from './queries.ts'
import { forgetAlerts } from './triage/queries.ts'

/** Cases that are looked at in one turn; the next turn takes the rest. */
const AT_ONCE = 200

/** Forgets what mediation remembers once its time is over. */
export function sweepMediation(ctx: Context): void {
  const now = ctx.now()
  forgetCounters(ctx.db, { now })
  forgetAlerts(ctx.db, { now })
  sweepVisits(ctx.db, { now })
  sweepAskers(ctx.db, { now })
  countMediators(ctx)
  for (const { id } of closedUntil(ctx.db, { until: now - limits.mediationAudit, most: AT_ONCE })) {
    if (loadCase(ctx, id).now.legalHold) continue
    ctx.mediation.shred(id)
    deleteCase(ctx.db, { id })
  }
}
