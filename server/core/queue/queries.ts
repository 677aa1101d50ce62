import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** Adds a job; with `once`, only when none of that name waits. */
export const addJob = write(
  `INSERT INTO jobs (id, kind, payload, run_at, once) VALUES (@id, @kind, @payload, @runAt, @once)
   ON CONFLICT (once) DO NOTHING`,
)

/** The next job that is due and that nobody holds, of a kind that is not at its most (`full`: a JSON list). */
export const nextDue = one(
  z.object({ id: z.int(), kind: z.string(), payload: z.string(), runAt: z.int(), attempts: z.int() }),
  `SELECT id, kind, payload, run_at AS runAt, attempts FROM jobs
   WHERE run_at <= @now AND coalesce(leased_until, 0) <= @now
     AND kind NOT IN (SELECT value FROM json_each(@full)) ORDER BY run_at LIMIT 1`,
)

/** When the next job falls due. */
export const nextRun = one(
  z.object({ runAt: z.int() }),
  `SELECT run_at AS runAt FROM jobs WHERE run_at > @after ORDER BY run_at LIMIT 1`,
)

/** Takes a job for a time, so that nobody else runs it. */
export const leaseJob = write(
  `UPDATE jobs SET leased_until = @until WHERE id = @id AND coalesce(leased_until, 0) <= @now`,
)

/** Gives a job back for later, with what went wrong. */
export const postponeJob = write(
  `UPDATE jobs SET run_at = @runAt, attempts = attempts + 1, leased_until = NULL, error = @error WHERE id = @id`,
)

/** Takes a finished job away. */
export const removeJob = write(`DELETE FROM jobs WHERE id = @id`)

/** Gives every lease back; only one server runs on a data folder, so at its start and end none is held. */
export const releaseLeases = write(`UPDATE jobs SET leased_until = NULL WHERE run_at > 0 AND leased_until IS NOT NULL`)
