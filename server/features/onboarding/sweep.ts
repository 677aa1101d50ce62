import type { Context } from '../../context.ts'
import { DAY, HOUR } from '../../core/clock.ts'
import { deleteOldLinks } from '../../core/links/queries.ts'
import { limits } from '../../limits.ts'
import { deleteExpiredRegistrations, deleteOldAnswers, deleteSpentProofs } from './queries.ts'

/** Forgets registrations whose time is over, and links a week after they ended (until then they say that they did). */
export function sweepRegistrations(ctx: Context): void {
  deleteExpiredRegistrations(ctx.db, { now: ctx.now() })
  deleteSpentProofs(ctx.db, { now: ctx.now() })
  deleteOldAnswers(ctx.db, { hour: Math.floor((ctx.now() - limits.mailRefusedTime) / HOUR) })
  deleteOldLinks(ctx.db, { until: ctx.now() - 7 * DAY })
}
