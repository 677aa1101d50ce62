import type { Request, Response } from 'express'
import type { Context } from '../context.ts'
import { HOUR, MINUTE, SECOND } from '../core/clock.ts'
import { type Counters, createCounters } from '../core/counters.ts'
import { Refusal } from '../core/errors.ts'
import type { Caller } from '../policies/viewer.ts'

/** Requests a window, after Mastodon's. `per: address` counts by network, whoever asks. */
export const families = {
  member: { most: 1500, window: 5 * MINUTE, per: 'caller' },
  visitor: { most: 300, window: 5 * MINUTE, per: 'address' },
  post: { most: 300, window: 3 * HOUR, per: 'caller' },
  delete: { most: 30, window: 30 * MINUTE, per: 'caller' },
  follow: { most: 400, window: 24 * HOUR, per: 'caller' },
  search: { most: 300, window: 5 * MINUTE, per: 'caller' },
  report: { most: 400, window: 24 * HOUR, per: 'caller' },
  fetch: { most: 120, window: 5 * MINUTE, per: 'caller' },
  evidence: { most: 60, window: 30 * MINUTE, per: 'caller' },
  media: { most: 30, window: 30 * MINUTE, per: 'caller' },
  archive: { most: 600, window: 5 * MINUTE, per: 'caller' },
  apps: { most: 5, window: 10 * MINUTE, per: 'address' },
  login: { most: 25, window: 5 * MINUTE, per: 'address' },
  signUp: { most: 5, window: 30 * MINUTE, per: 'address' },
  mail: { most: 25, window: 5 * MINUTE, per: 'address' },
  check: { most: 120, window: 5 * MINUTE, per: 'address' },
} as const

/** A family of requests that are counted together. */
export type Family = keyof typeof families

const counters = new WeakMap<Context, Counters>()

function countersOf(ctx: Context): Counters {
  const known = counters.get(ctx) ?? createCounters(ctx.now)
  counters.set(ctx, known)
  return known
}

/** The name that stands for a network in the counters: a pseudonym of today. */
export const addressOf = (ctx: Context, request: Request) => ctx.addresses.pseudonym(request.ip ?? '')

/**
 * Counts one more request of the route's family and of everybody's, and refuses past the most (429). The headers
 * tell of the limit that is nearest to its end; Reset is an ISO time, as Mastodon has it.
 */
export function countRequest(
  ctx: Context,
  request: Request,
  response: Response,
  own: Family | undefined,
  { viewer }: Caller,
): void {
  if (!ctx.config.rateLimits) return
  const everybody: Family = viewer ? 'member' : 'visitor'
  const counts = (own ? [everybody, own] : [everybody]).map((family) => {
    const { most, window, per } = families[family]
    const key = per === 'caller' && viewer ? `account ${viewer.accountId}` : addressOf(ctx, request)
    const { count, until } = countersOf(ctx).add(`${family} ${key}`, window)
    return { most, left: most - count, until }
  })
  const nearest = counts.reduce((a, b) => (b.left < a.left ? b : a))
  response.set({
    'X-RateLimit-Limit': String(nearest.most),
    'X-RateLimit-Remaining': String(Math.max(0, nearest.left)),
    'X-RateLimit-Reset': new Date(nearest.until).toISOString(),
  })
  if (nearest.left >= 0) return
  throw new Refusal(429, 'Too many requests. Please wait a few minutes and try again.', {
    headers: { 'Retry-After': String(Math.ceil((nearest.until - ctx.now()) / SECOND)) },
  })
}
