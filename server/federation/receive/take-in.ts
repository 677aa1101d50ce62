import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { MINUTE } from '../../core/clock.ts'
import { describe } from '../../core/log.ts'
import { limits } from '../../limits.ts'
import { watchDiskOften } from '../disk/prune.ts'
import type { Activity } from '../vocab/activity.ts'
import { handle } from './handle.ts'
import { type ActorRow, noteHeard, putSeen } from './queries.ts'

/** An activity whose signature holds. */
type Held = { signer: ActorRow; activity: Activity; settle(): void; fail(thrown: unknown): void }

const lines = new WeakMap<Context, Held[]>()

/** What a suspended person may still do: take back what they did. */
const lastWords = new Set(['Delete', 'Undo', 'Reject', 'Update'])

const hashOf = ({ actor, id }: Activity) => createHash('sha256').update(`${actor}\n${id}`).digest()

/** Notes that a server was heard from, and does what an activity says, once. Within a transaction. */
function takeOne(ctx: Context, { signer, activity }: Pick<Held, 'signer' | 'activity'>): void {
  if (putSeen(ctx.db, { hash: hashOf(activity), now: ctx.now() }) === 0) return
  const domain = signer.domain ?? signer.host
  const isHeardAgain = noteHeard(ctx.db, { domain, now: ctx.now(), before: ctx.now() - MINUTE }) > 0
  if (isHeardAgain) ctx.emit('peerHeard', { host: signer.host })
  if (signer.suspendedAt !== null && !lastWords.has(activity.type)) return
  handle(ctx, signer, activity)
}

const asked = new WeakMap<Context, number>()

/** Notes that somebody asks for something here: what other servers bring takes less room beside. */
export const noteReader = (ctx: Context): void => void asked.set(ctx, performance.now())

/** Works off what waits for some milliseconds, as one commit, and then lets members have their turn. */
function workOff(ctx: Context, line: Held[]): void {
  const begun = performance.now()
  const how = begun - (asked.get(ctx) ?? -Infinity) < limits.federatedReading ? 'beside' : 'alone'
  const until = begun + limits.federatedSlice[how]
  const done: { held: Held; failed?: unknown }[] = []
  try {
    ctx.transact(() => {
      for (let held = line.shift(); held; held = performance.now() < until ? line.shift() : undefined) {
        done.push({ held, failed: attempt(ctx, held) })
      }
    })
    for (const { held, failed } of done) failed === undefined ? held.settle() : held.fail(failed)
  } catch (thrown) {
    // nothing of it was committed, so their servers send it again
    for (const { held } of done) held.fail(thrown)
  }
  watchDiskOften(ctx)
  if (line.length > 0) setTimeout(workOff, limits.federatedPause[how], ctx, line)
}

/** Each stands or falls by itself; gives what went wrong. */
function attempt(ctx: Context, held: Held): unknown {
  try {
    ctx.db.transaction(() => takeOne(ctx, held))()
    return undefined
  } catch (thrown) {
    ctx.log.error({ activity: held.activity.type, problem: describe(thrown) }, 'an activity could not be taken in')
    return thrown ?? new Error('unknown')
  }
}

/**
 * Takes in an activity whose signature holds: resolves once it is committed, in slices of some milliseconds between
 * members' requests. What was taken in before changes nothing.
 */
export function takeIn(ctx: Context, signer: ActorRow, activity: Activity): Promise<void> {
  const line = lines.get(ctx) ?? []
  lines.set(ctx, line)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const isIdle = line.length === 0
  line.push({ signer, activity, settle: resolve, fail: reject })
  // what comes within a moment shares one commit, which costs more than what is in it
  if (isIdle) setTimeout(workOff, limits.federatedGather, ctx, line)
  return promise
}
