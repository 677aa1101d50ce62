import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { forgetKeys } from './queries.ts'

/** Forgets the keys of requests that can no longer be repeated. */
export const sweepKeys = (ctx: Context) => forgetKeys(ctx.db, { before: ctx.now() - limits.idempotencyKept })
