import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { dropOldGrants } from './queries.ts'

/** Forgets codes a day after they ended; until then a second use of one is noticed. */
export function sweepGrants(ctx: Context): void {
  dropOldGrants(ctx.db, { before: ctx.now() - DAY })
}
