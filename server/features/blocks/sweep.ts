import type { Context } from '../../context.ts'
import { DAY, dayOf } from '../../core/clock.ts'
import { limits } from '../../limits.ts'
import { deleteOldAddresses, deleteOldIpBlocks, forgetNetworks, forgetTries } from './queries.ts'

/** Forgets blocks whose time is over, and from which networks people came. */
export function sweepBlocks(ctx: Context): void {
  const now = ctx.now()
  deleteOldIpBlocks(ctx.db, { now })
  deleteOldAddresses(ctx.db, { now })
  forgetTries(ctx.db, { day: dayOf(now) - 7 * DAY })
  forgetNetworks(ctx.db, { until: now - limits.networkKept })
}
