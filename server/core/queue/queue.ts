import type { Db } from '../../db/open.ts'
import { HOUR, MINUTE, SECOND } from '../clock.ts'
import { describe, type Log } from '../log.ts'
import { addJob, leaseJob, nextDue, nextRun, postponeJob, releaseLeases, removeJob } from './queries.ts'

/** How a kind of job is run. A `false` from `again` gives it up; by default it is tried for about two days. */
export type Worker<Context, Payload> = {
  run(ctx: Context, payload: Payload, attempts: number): void | Promise<void>
  /** Milliseconds between two runs of a job that never ends, such as sweeping. */
  every?: number
  /** Milliseconds until the next try after `attempts` failed ones, or undefined to give up. */
  retryIn?(attempts: number): number | undefined
}

/** The table of all kinds. */
export type Workers<Context, Jobs> = { [Kind in keyof Jobs]: Worker<Context, Jobs[Kind]> }

/** Work that survives a restart: rows of the table `jobs`, in the transactions that ask for them. */
export type Queue<Jobs> = {
  /** Asks for a job at `at` (ms since 1970; default now). With `once`, a second one of that name is not added. */
  add<Kind extends keyof Jobs & string>(kind: Kind, payload: Jobs[Kind], options?: { at?: number; once?: string }): void
  /** Begins to run jobs as they fall due. */
  start(): void
  /** Runs what falls due until `time`, moving the clock from job to job, and resolves when all of it is done. */
  runUntil(time: number, moveTo: (time: number) => void): Promise<void>
  /** Takes no new job, waits for those that run, gives leases back. */
  stop(): Promise<void>
}

const LEASE = 5 * MINUTE
/** Other processes (the admin command) add jobs too: look this often. */
const POLL = 2 * SECOND
const AT_ONCE = 4

const defaultRetry = (attempts: number) =>
  attempts > 15 ? undefined : Math.min(attempts ** 4 * SECOND + 15 * SECOND, 6 * HOUR)

type Parts<Context, Jobs> = {
  db: Db
  log: Log
  now: () => number
  newId: () => number
  context: () => Context
  workers: Workers<Context, Jobs>
}

/** Makes the queue of one server. */
export function createQueue<Context, Jobs>(parts: Parts<Context, Jobs>): Queue<Jobs> {
  const { db, now } = parts
  const running = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let stopped = true

  const run = createRunner(parts)

  function pump(): void {
    clearTimeout(timer)
    if (stopped) return
    while (running.size < AT_ONCE) {
      const job = run.take()
      if (!job) break
      track(job)
    }
    timer = setTimeout(pump, POLL)
    timer.unref()
  }

  function track(job: () => Promise<void>): Promise<void> {
    const done: Promise<void> = job().finally(() => {
      running.delete(done)
      if (!stopped) setImmediate(pump)
    })
    running.add(done)
    return done
  }

  return {
    add(kind, payload, { at = now(), once } = {}) {
      addJob(db, { id: parts.newId(), kind, payload: JSON.stringify(payload), runAt: at, once: once ?? null })
      if (!stopped && at <= now()) setImmediate(pump)
    },
    start() {
      stopped = false
      releaseLeases(db)
      run.schedule()
      pump()
    },
    async runUntil(time, moveTo) {
      const wasStopped = stopped
      stopped = true
      await Promise.all(running)
      for (;;) {
        const job = run.take()
        if (job) {
          await track(job)
          continue
        }
        const next = nextRun(db, { after: now() })
        if (!next || next.runAt > time) break
        moveTo(next.runAt)
      }
      moveTo(time)
      stopped = wasStopped
      pump()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await Promise.all(running)
      releaseLeases(db)
    },
  }
}

function createRunner<Context, Jobs>({ db, log, now, newId, context, workers }: Parts<Context, Jobs>) {
  const workerOf = (kind: string): Worker<Context, unknown> | undefined =>
    // the table's kinds are checked where a job is added; a row of an older version may name none of them
    kind in workers ? (workers[kind as keyof Jobs] as Worker<Context, unknown>) : undefined

  async function work(job: NonNullable<ReturnType<typeof nextDue>>): Promise<void> {
    const worker = workerOf(job.kind)
    try {
      await worker?.run(context(), JSON.parse(job.payload), job.attempts)
    } catch (thrown) {
      const wait = worker?.every ? undefined : (worker?.retryIn ?? defaultRetry)(job.attempts + 1)
      const problem = describe(thrown)
      log.warn(
        { job: job.kind, attempts: job.attempts + 1, gaveUp: wait === undefined && !worker?.every, problem },
        'job failed',
      )
      if (wait !== undefined)
        return void postponeJob(db, { id: job.id, runAt: now() + wait, error: problem.code ?? problem.name })
    }
    if (worker?.every) postponeJob(db, { id: job.id, runAt: now() + worker.every, error: null })
    else removeJob(db, { id: job.id })
  }

  return {
    take(): (() => Promise<void>) | undefined {
      const job = nextDue(db, { now: now() })
      if (!job || leaseJob(db, { id: job.id, until: now() + LEASE, now: now() }) === 0) return undefined
      return () => work(job)
    },
    /** Makes sure that each kind which runs on its own has its one row. */
    schedule(): void {
      for (const kind of Object.keys(workers)) {
        const every = workerOf(kind)?.every
        if (every) addJob(db, { id: newId(), kind, payload: '{}', runAt: now() + every, once: `every:${kind}` })
      }
    },
  }
}
