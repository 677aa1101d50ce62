import type { Context } from '../../context.ts'
import { sweepAddressChanges } from './address/change.ts'
import { deleteOldSessions } from './queries.ts'
import { sweepSecondSteps } from './second/step.ts'

/** Forgets sessions that ended. */
export function sweepSessions(ctx: Context): void {
  deleteOldSessions(ctx.db, { now: ctx.now() })
  sweepSecondSteps(ctx)
  sweepAddressChanges(ctx)
}
