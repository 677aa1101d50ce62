import type { Context } from '../../context.ts'
import { deleteOldSessions } from './queries.ts'

/** Forgets sessions that ended. */
export const sweepSessions = (ctx: Context) => deleteOldSessions(ctx.db, { now: ctx.now() })
