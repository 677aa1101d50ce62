import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { forgetInviters } from './queries.ts'

/** Forgets who invited whom, once that has been known long enough. */
export const sweepInviters = (ctx: Context) => forgetInviters(ctx.db, { until: ctx.now() - limits.inviterKept })
