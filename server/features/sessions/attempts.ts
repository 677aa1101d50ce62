import type { Context } from '../../context.ts'
import { HOUR } from '../../core/clock.ts'
import { Refusal } from '../../core/errors.ts'
import { limits } from '../../limits.ts'

type Failures = { count: number; since: number }

const counters = new WeakMap<Context, Map<string, Failures>>()

/** Names whose failures are remembered at a time; past that the oldest go. */
const REMEMBERED = 10_000

function countersOf(ctx: Context): Map<string, Failures> {
  const known = counters.get(ctx) ?? new Map<string, Failures>()
  counters.set(ctx, known)
  return known
}

const passwords: { most: number; refusal: string } = {
  most: limits.logInFailures,
  refusal: 'Too many wrong passwords for this name. Wait an hour, or take a new password by mail.',
}

/** Refuses (429) to try once more for a name that had too many wrong tries in this hour, whoever has it. */
export function checkAttempts(ctx: Context, login: string, { most, refusal } = passwords): void {
  const found = countersOf(ctx).get(login)
  if (!ctx.config.rateLimits || !found || ctx.now() - found.since > HOUR || found.count < most) return
  throw new Refusal(429, refusal)
}

/** Remembers a wrong password or code. */
export function noteFailure(ctx: Context, login: string): void {
  const names = countersOf(ctx)
  const found = names.get(login)
  const now = ctx.now()
  const failures = found && now - found.since <= HOUR ? { ...found, count: found.count + 1 } : { count: 1, since: now }
  names.delete(login)
  names.set(login, failures)
  const [oldest] = names.keys()
  if (names.size > REMEMBERED && oldest !== undefined) names.delete(oldest)
}
