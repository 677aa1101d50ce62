import type { Context } from '../../context.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../core/clock.ts'
import type { Events } from '../../events.ts'
import { ringAt } from './alarm.ts'
import type { Outcome } from './protocol.ts'
import {
  type Due,
  endPause,
  healthOf,
  holdHost,
  noteAlive,
  noteDelivered,
  noteFailing,
  notePurge,
  postponeDelivery,
  releaseHost,
  removeDelivery,
} from './queries.ts'

/** Failures in a row from which on a host is left alone for a while. */
const BREAKS = 5

/** What may be otherwise another time: a key that could not be fetched, too much at once, a page while it is mended. */
const isPassing = (status: number) => status < 400 || [401, 408, 425, 429].includes(status)

type Verdict = 'delivered' | 'gone' | 'refused' | 'later' | 'failed'

function verdictOf({ status, problem }: Outcome): Verdict {
  if (problem === 'NOT_REACHABLE') return 'refused'
  if (status === undefined || status >= 500) return 'failed'
  if (status < 300) return 'delivered'
  if (status === 404 || status === 410) return 'gone'
  return isPassing(status) ? 'later' : 'refused'
}

/** How long until the next try after so many failed ones, about as Mastodon's: two days in all. */
function backOff(tries: number): number {
  const base = Math.min(tries ** 4 * SECOND + 15 * SECOND, 12 * HOUR)
  return Math.round(base * (1 + Math.random() * 0.3))
}

/** How long a host that failed so often in a row is left alone; 0 while it is still tried. */
const pauseAfter = (failures: number) =>
  failures < BREAKS ? 0 : Math.min(MINUTE * 2 ** Math.min(failures - BREAKS, 10), 6 * HOUR)

/** Writes down what came of some deliveries, as one. */
export function settle(ctx: Context, done: readonly { row: Due; outcome: Outcome }[]): void {
  ctx.transact(() => {
    for (const { row, outcome } of done) settleOne(ctx, row, outcome)
  })
}

function settleOne(ctx: Context, row: Due, outcome: Outcome): void {
  const verdict = verdictOf(outcome)
  if (verdict === 'failed') noteFailure(ctx, row.host, outcome)
  else if (outcome.status !== undefined) noteAnswer(ctx, row.host, outcome)
  if (verdict === 'later' || verdict === 'failed') retry(ctx, row, outcome)
  else finish(ctx, row, verdict)
}

function finish(ctx: Context, row: Due, result: 'delivered' | 'gone' | 'refused' | 'gave_up'): void {
  const isStillWanted = removeDelivery(ctx.db, { id: row.id }) > 0
  const { statusId, inbox, host } = row
  if (isStillWanted) notePurge(ctx.db, { activityId: row.activityId, inbox, result, now: ctx.now() })
  if (isStillWanted && statusId !== null) noteDelivered(ctx.db, { statusId, inbox, host, result, now: ctx.now() })
}

function retry(ctx: Context, row: Due, { retryAfter = 0 }: Outcome): void {
  const runAt = ctx.now() + Math.max(backOff(row.tries + 1), Math.min(retryAfter, DAY))
  if (runAt > row.lastAt) finish(ctx, row, 'gave_up')
  else postponeDelivery(ctx.db, { id: row.id, runAt })
}

function noteAnswer(ctx: Context, host: string, { scheme }: Outcome): void {
  const before = healthOf(ctx.db, { host })
  noteAlive(ctx.db, { host, scheme, now: ctx.now() })
  if ((before?.failures ?? 0) >= BREAKS) releaseHost(ctx.db, { host, now: ctx.now() })
}

function noteFailure(ctx: Context, host: string, { status, problem }: Outcome): void {
  const before = healthOf(ctx.db, { host })
  const now = ctx.now()
  // several that were under way together are one failure
  const failures = before && before.waitUntil > now ? before.failures : (before?.failures ?? 0) + 1
  const pause = pauseAfter(failures)
  const waitUntil = pause === 0 ? 0 : Math.max(before?.waitUntil ?? 0, now + pause)
  noteFailing(ctx.db, { host, failures, waitUntil, now, problem: problem ?? String(status) })
  if (waitUntil > 0) holdHost(ctx.db, { host, until: waitUntil })
}

/** What waits for a server that did not answer is tried as soon as that is heard from: it is back. */
export function goOn(ctx: Context, { host }: Events['peerHeard']): void {
  const now = ctx.now()
  if ((healthOf(ctx.db, { host })?.failures ?? 0) < BREAKS) return
  endPause(ctx.db, { host })
  releaseHost(ctx.db, { host, now })
  ringAt(ctx, now)
}
