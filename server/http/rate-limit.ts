import type { Request, Response } from 'express'
import { MemoryStore } from 'express-rate-limit'
import type { Context } from '../context.ts'
import { HOUR, MINUTE } from '../core/clock.ts'
import { Refusal } from '../core/errors.ts'
import type { Caller } from '../policies/viewer.ts'

/** Requests a window, after Mastodon's. `per: address` counts by network, whoever asks. */
const families = {
  member: { most: 1500, window: 5 * MINUTE, per: 'caller' },
  visitor: { most: 300, window: 5 * MINUTE, per: 'address' },
  post: { most: 300, window: 3 * HOUR, per: 'caller' },
  delete: { most: 30, window: 30 * MINUTE, per: 'caller' },
  follow: { most: 400, window: 24 * HOUR, per: 'caller' },
  media: { most: 30, window: 30 * MINUTE, per: 'caller' },
  apps: { most: 5, window: 10 * MINUTE, per: 'address' },
  login: { most: 25, window: 5 * MINUTE, per: 'address' },
  signUp: { most: 5, window: 30 * MINUTE, per: 'address' },
  mail: { most: 25, window: 5 * MINUTE, per: 'address' },
  check: { most: 120, window: 5 * MINUTE, per: 'address' },
} as const

/** A family of requests that are counted together. */
export type Family = keyof typeof families

const stores = new WeakMap<Context, Map<Family, MemoryStore>>()

function storeOf(ctx: Context, family: Family): MemoryStore {
  const known = stores.get(ctx) ?? new Map<Family, MemoryStore>()
  stores.set(ctx, known)
  const found = known.get(family)
  if (found) return found
  const made = new MemoryStore()
  // the store reads its window alone; the rest of the options belong to the middleware that we do not use
  made.init({ windowMs: families[family].window } as Parameters<MemoryStore['init']>[0])
  known.set(family, made)
  return made
}

/** The name that stands for a network in the counters: a pseudonym of today. */
export const addressOf = (ctx: Context, request: Request) => ctx.addresses.pseudonym(request.ip ?? '')

const everybody = (caller: Caller): Family => (caller.viewer ? 'member' : 'visitor')

/**
 * Counts one more request of the route's family and of everybody's, and refuses past the most (429). The headers
 * tell of the limit that is nearest to its end; Reset is an ISO time, as Mastodon has it.
 */
export async function countRequest(
  ctx: Context,
  request: Request,
  response: Response,
  own: Family | undefined,
  caller: Caller,
) {
  if (!ctx.config.rateLimits) return
  const address = addressOf(ctx, request)
  const counts = []
  for (const family of [everybody(caller), ...(own ? [own] : [])]) {
    const { most, per } = families[family]
    const key = per === 'caller' && caller.viewer ? `account:${caller.viewer.accountId}` : address
    const { totalHits, resetTime } = await storeOf(ctx, family).increment(key)
    counts.push({ most, left: most - totalHits, reset: resetTime ?? new Date(ctx.now()) })
  }
  const nearest = counts.reduce((a, b) => (b.left < a.left ? b : a))
  response.set({
    'X-RateLimit-Limit': String(nearest.most),
    'X-RateLimit-Remaining': String(Math.max(0, nearest.left)),
    'X-RateLimit-Reset': nearest.reset.toISOString(),
  })
  if (nearest.left < 0) throw new Refusal(429, 'Too many requests. Please wait a few minutes and try again.')
}

/** Forgets the counters of a server that ends. */
export function forgetCounters(ctx: Context): void {
  for (const store of stores.get(ctx)?.values() ?? []) store.shutdown()
  stores.delete(ctx)
}
