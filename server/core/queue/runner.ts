import type { Db } from '../../db/open.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../clock.ts'
import { describe, type Log } from '../log.ts'
import { addJob, leaseJob, nextDue, postponeJob, removeJob } from './queries.ts'
import type { Worker, Workers } from './worker.ts'

const LEASE = 5 * MINUTE
/** Jobs of one kind under way: a mail server that hangs must not hold up the rest. */
const SAME_KIND = 2

/** In a leap of the clock, until its last day, what runs every hour runs as often as this. */
const IN_A_LEAP = 6 * HOUR

const defaultRetry = (attempts: number) =>
  attempts > 15 ? undefined : Math.min(attempts ** 4 * SECOND + 15 * SECOND, 6 * HOUR)

/** What a queue is made of. */
export type Parts<Context, Jobs> = {
  db: Db
  log: Log
  now: () => number
  newId: () => number
  context: () => Context
  workers: Workers<Context, Jobs>
}

/** Takes single jobs and works them off. */
export type Runner = {
  /** Leases the next job that is due; what it gives works it off and never rejects. */
  take(): (() => Promise<void>) | undefined
  /** Makes sure that each kind which runs on its own has its one row. */
  schedule(): void
  /** Tells that the clock is being moved to `time`, days on: until near it, what runs on its own runs less often. */
  leapTo(time: number): void
}

type Job = NonNullable<ReturnType<typeof nextDue>>

/** Binds the table of workers to the rows of the table `jobs`. */
export function createRunner<Context, Jobs>({ db, log, now, newId, context, workers }: Parts<Context, Jobs>): Runner {
  const workerOf = (kind: string): Worker<Context, unknown> | undefined =>
    // the table's kinds are checked where a job is added; a row of an older version may name none of them
    kind in workers ? (workers[kind as keyof Jobs] as Worker<Context, unknown>) : undefined

  /** Runs it; gives how long to wait for the next try, or undefined where it is done or given up. */
  async function attempt(job: Job, worker: Worker<Context, unknown> | undefined) {
    try {
      await worker?.run(context(), JSON.parse(job.payload), job.attempts)
      return undefined
    } catch (thrown) {
      const wait = worker?.every ?? (worker?.retryIn ?? defaultRetry)(job.attempts + 1)
      const problem = describe(thrown)
      log.warn({ job: job.kind, attempts: job.attempts + 1, gaveUp: wait === undefined, problem }, 'job failed')
      return wait === undefined ? undefined : { wait, error: problem.code ?? problem.name }
    }
  }

  let leap = 0
  const restOf = (every: number | undefined) =>
    every !== undefined && leap - now() > DAY ? Math.max(every, IN_A_LEAP) : every

  async function work(job: Job): Promise<void> {
    const worker = workerOf(job.kind)
    const again = await attempt(job, worker)
    const wait = again?.wait ?? restOf(worker?.every)
    try {
      if (wait === undefined) removeJob(db, { id: job.id })
      else postponeJob(db, { id: job.id, runAt: now() + wait, error: again?.error ?? null })
    } catch (thrown) {
      // a full disk: the lease runs out, and the job is tried again
      log.error({ job: job.kind, problem: describe(thrown) }, 'job could not be noted')
    }
  }

  const underWay = new Map<string, number>()
  const count = (kind: string, by: number) => underWay.set(kind, (underWay.get(kind) ?? 0) + by)
  const full = () => JSON.stringify([...underWay].filter(([, jobs]) => jobs >= SAME_KIND).map(([kind]) => kind))

  return {
    leapTo(time) {
      leap = time
    },
    take() {
      const job = nextDue(db, { now: now(), full: full() })
      if (!job || leaseJob(db, { id: job.id, until: now() + LEASE, now: now() }) === 0) return undefined
      count(job.kind, 1)
      return () => work(job).finally(() => count(job.kind, -1))
    },
    schedule() {
      for (const kind of Object.keys(workers)) {
        const every = workerOf(kind)?.every
        if (every) addJob(db, { id: newId(), kind, payload: '{}', runAt: now() + every, once: `every:${kind}` })
      }
    },
  }
}
