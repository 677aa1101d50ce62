import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { limits } from '../../limits.ts'
import { forgetKeys, forgetOldDelivered, forgetPurges } from './queries.ts'

/** A key is kept this long at least: an account that is being made has one before it is seen. */
const FRESH = DAY

/** Forgets where old posts went, and the keys of people who are gone once the last word about them was said. */
export function sweepSent(ctx: Context): void {
  forgetOldDelivered(ctx.db, { before: ctx.now() - limits.deliveredKept })
  forgetPurges(ctx.db, { before: ctx.now() - limits.purgeShown })
  forgetKeys(ctx.db, { before: ctx.now() - FRESH })
}
