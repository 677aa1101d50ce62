import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { forgetNotices } from './queries.ts'

/** Forgets what members were told long ago. */
export const sweepNotices = (ctx: Context) => forgetNotices(ctx.db, { until: ctx.now() - limits.noticeKept })
