import type { PanicKind } from '../../../shared/api/panic.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { areLinked } from '../../policies/invited.ts'
import { type SwitchRow, soloSince } from './queries.ts'

/**
 * How long (ms) one person can still keep a switch on: turning it off and on again begins no new day, and no colleague
 * adds one without agreeing.
 */
export function soloLeft(ctx: Context, kind: PanicKind): number {
  const now = ctx.now()
  const since = now - limits.panicLongest
  const used = soloSince(ctx.db, { kind, since }).reduce(
    (sum, row) => sum + Math.max(0, Math.min(row.endsAt, now) - Math.max(row.begunAt, since)),
    0,
  )
  return Math.max(0, limits.panicSolo - used)
}

/** Whether somebody is a second person for a switch: not who began it, nor an account that came by their invite. */
export function isSecond(ctx: Context, row: SwitchRow, accountId: number): boolean {
  if (row.begunBy === accountId) return false
  return row.begunBy === null || !areLinked(ctx.db, row.begunBy, accountId)
}
