import { describe } from '../log.ts'
import { createLoop } from './loop.ts'
import { addJob, nextRun, releaseLeases } from './queries.ts'
import { createRunner, type Parts } from './runner.ts'

/** Work that survives a restart: rows of the table `jobs`, in the transactions that ask for them. */
export type Queue<Jobs> = {
  /**
   * Asks for a job at `at` (ms since 1970; default now). With `once`, a second one of that name is not added; with `id`
   * it has that one, where a new one would say when it was asked for.
   */
  add<Kind extends keyof Jobs & string>(
    kind: Kind,
    payload: Jobs[Kind],
    options?: { at?: number; once?: string; id?: number },
  ): void
  /** Begins to run jobs as they fall due. */
  start(): void
  /** Runs what falls due until `time`, moving the clock from job to job, and resolves when all of it is done. */
  runUntil(time: number, moveTo: (time: number) => void): Promise<void>
  /** Takes no new job, waits for those that run, gives leases back. */
  stop(): Promise<void>
}

/** Makes the queue of one server. */
export function createQueue<Context, Jobs>(parts: Parts<Context, Jobs>): Queue<Jobs> {
  const { db, log, now, newId } = parts
  const runner = createRunner(parts)
  const loop = createLoop(runner, (thrown) => log.error({ problem: describe(thrown) }, 'jobs could not be looked for'))
  return {
    add(kind, payload, { at = now(), once, id = newId() } = {}) {
      addJob(db, { id, kind, payload: JSON.stringify(payload), runAt: at, once: once ?? null })
      if (at <= now()) loop.wake()
    },
    start() {
      releaseLeases(db)
      runner.schedule()
      loop.go()
    },
    async runUntil(time, moveTo) {
      await loop.halt()
      runner.leapTo(time)
      for (;;) {
        const work = runner.take()
        if (work) {
          await work()
          continue
        }
        const next = nextRun(db, { after: now() })
        if (!next || next.runAt > time) break
        moveTo(next.runAt)
      }
      moveTo(time)
      loop.go()
    },
    async stop() {
      await loop.halt()
      releaseLeases(db)
    },
  }
}
