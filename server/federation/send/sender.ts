import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { MINUTE, SECOND } from '../../core/clock.ts'
import { describe } from '../../core/log.ts'
import { decisionFor } from '../../policies/domains.ts'
import { lookAgainAt } from '../../policies/panic.ts'
import { ringAt } from './alarm.ts'
import { Courier } from './courier.ts'
import { createLoad, type Load } from './load.ts'
import { pack } from './pack.ts'
import type { Outcome } from './protocol.ts'
import { type Due, freeDeliveries, leaseDeliveries, nextDelivery, removeHost } from './queries.ts'
import { settle } from './settle.ts'

/** How long somebody else would have to wait for a delivery whose sender died. */
const LEASE = 2 * MINUTE
/** What came back is written down together: each commit waits for the disk. */
const TOGETHER = 10
/** How long a stopping server waits for what is under way. */
const FAREWELL = 5 * SECOND

/** Works off what is to be sent, so that no host keeps the others waiting. */
export class Sender {
  readonly #ctx: Context
  readonly #load: Load = createLoad()
  readonly #courier: Courier
  #done: Outcome[] = []
  #flushing: NodeJS.Timeout | undefined
  #waiting: (() => void)[] = []
  #state: 'open' | 'stopping' | 'closed' = 'open'

  constructor(ctx: Context) {
    this.#ctx = ctx
    const lost = () => {
      for (const id of this.#load.ids()) this.#took({ id, problem: 'LOST', scheme: 'cavage' })
    }
    this.#courier = new Courier(ctx.config, (outcome) => this.#took(outcome), lost)
  }

  /** Sends all that is due and resolves once nothing is under way. */
  run(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push(resolve)
    this.#fill()
    return promise
  }

  /** Looks for work without waiting for it. */
  wake(): void {
    setImmediate(() => this.#fill())
  }

  /** Takes nothing new, waits a little for what is under way and gives the leases back. */
  async stop(): Promise<void> {
    this.#state = 'stopping'
    await Promise.race([this.run(), sleep(FAREWELL, undefined, { ref: false })])
    this.#state = 'closed'
    clearTimeout(this.#flushing)
    this.#courier.end()
    this.#release()
    freeDeliveries(this.#ctx.db, { now: this.#ctx.now() })
  }

  #fill(): void {
    if (this.#state === 'closed') return
    try {
      const rows = this.#state === 'open' ? takeDue(this.#ctx, this.#load) : []
      if (rows.length > 0) void this.#handOver(rows)
      else if (this.#load.size() === 0) this.#rest()
    } catch (thrown) {
      this.#ctx.log.error({ problem: describe(thrown) }, 'deliveries could not be looked for')
      this.#release()
    }
  }

  async #handOver(rows: readonly Due[]): Promise<void> {
    const { parcels, unsigned } = await pack(this.#ctx, rows)
    for (const { id, scheme } of unsigned) this.#took({ id, problem: 'NO_KEY', scheme })
    if (this.#state === 'closed') return
    if (parcels.length > 0) this.#courier.take(parcels)
    this.#fill()
  }

  #took(outcome: Outcome): void {
    if (this.#state === 'closed') return
    this.#done.push(outcome)
    this.#flushing ??= setTimeout(() => this.#flush(), TOGETHER)
  }

  #flush(): void {
    this.#flushing = undefined
    const outcomes = this.#done
    this.#done = []
    const settled = outcomes.flatMap((outcome) => {
      const row = this.#load.give(outcome.id)
      return row ? [{ row, outcome }] : []
    })
    try {
      settle(this.#ctx, settled)
    } catch (thrown) {
      // a full disk: the leases run out, and it is sent again; who got it knows it by its name
      this.#ctx.log.error({ problem: describe(thrown) }, 'deliveries could not be noted')
    }
    this.#fill()
  }

  #rest(): void {
    this.#release()
    if (this.#state !== 'open') return
    const next = nextDelivery(this.#ctx.db, { after: this.#ctx.now() })
    if (next) ringAt(this.#ctx, next.runAt)
    this.#courier.rest()
  }

  #release(): void {
    for (const resolve of this.#waiting) resolve()
    this.#waiting = []
  }
}

const senders = new WeakMap<Context, Sender>()

/** The one sender of a server. */
export function senderOf(ctx: Context): Sender {
  const sender = senders.get(ctx) ?? new Sender(ctx)
  senders.set(ctx, sender)
  return sender
}

/** Takes the leases of a process that was killed back and goes on where it was. */
export function startSending(ctx: Context): void {
  freeDeliveries(ctx.db, { now: ctx.now() })
  ringAt(ctx, ctx.now())
}

/** Leases what is due and there is room for; what is for a host that we speak with no more goes nowhere. */
function takeDue(ctx: Context, load: Load): Due[] {
  const at = lookAgainAt(ctx.db, 'pause_outbound', ctx.now())
  if (at !== undefined) {
    ringAt(ctx, at)
    return []
  }
  return ctx.transact(() => {
    const rows = load.take(ctx.db, ctx.now())
    const hosts = [...new Set(rows.map(({ host }) => host))]
    const cut = new Set(hosts.filter((host) => decisionFor(ctx.db, host).cutOff))
    for (const host of cut) removeHost(ctx.db, { host })
    for (const { id, host } of rows) if (cut.has(host)) load.give(id)
    const kept = rows.filter(({ host }) => !cut.has(host))
    const ids = JSON.stringify(kept.map(({ id }) => id))
    if (kept.length > 0) leaseDeliveries(ctx.db, { ids, until: ctx.now() + LEASE })
    return kept
  })
}
