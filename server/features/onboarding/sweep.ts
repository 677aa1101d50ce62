import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { deleteOldLinks } from '../../core/links/queries.ts'
import { deleteExpiredRegistrations } from './queries.ts'

/** Forgets registrations whose time is over, and links a week after they ended (until then they say that they did). */
export function sweepRegistrations(ctx: Context): void {
  deleteExpiredRegistrations(ctx.db, { now: ctx.now() })
  deleteOldLinks(ctx.db, { until: ctx.now() - 7 * DAY })
}
