import { z } from 'zod'
import { arrivalParts } from '../../../shared/api/elsewhere.ts'
import { many, one, write } from '../../db/sql.ts'

const part = z.enum(arrivalParts)
const columns = `id, account_id AS accountId, host, acct, remote_id AS remoteId, token, stage, problem,
  created_at AS createdAt, finished_at AS finishedAt` as const
const row = z.object({
  id: z.int(),
  accountId: z.int(),
  host: z.string(),
  acct: z.string(),
  remoteId: z.string(),
  token: z.instanceof(Buffer).nullable(),
  stage: part.nullable(),
  problem: z.enum(['unreachable', 'incompatible', 'refused']).nullable(),
  createdAt: z.int(),
  finishedAt: z.int().nullable(),
})
/** Somebody's old account that is being brought along. */
export type ArrivalRow = z.infer<typeof row>

/** One of them. */
export const arrivalById = one(row, `SELECT ${columns} FROM arrivals WHERE id = @id`)
/** Those of somebody, the newest first. */
export const arrivalsOf = many(
  row,
  `SELECT ${columns} FROM arrivals WHERE account_id = @accountId ORDER BY id DESC LIMIT 10`,
)
/** That of one old account, where it is not finished. */
export const unfinishedOf = one(
  row,
  `SELECT ${columns} FROM arrivals WHERE account_id = @accountId AND acct = @acct AND finished_at IS NULL
   ORDER BY id LIMIT 1`,
)
/** What the old server allows from now on. */
export const renewToken = write(`UPDATE arrivals SET token = @token WHERE id = @id`)
/** Those that began long ago and never came to their end. */
export const staleArrivals = many(
  z.object({ id: z.int() }),
  `SELECT id FROM arrivals WHERE created_at <= @until AND finished_at IS NULL LIMIT 100`,
)
/** Begins one. */
export const insertArrival = write(
  `INSERT INTO arrivals (id, account_id, host, acct, remote_id, token, parts, stage, created_at)
   VALUES (@id, @accountId, @host, @acct, @remoteId, @token, '[]', @stage, @now)`,
)
/** What is read next; null once all has been read. */
export const setStage = write(`UPDATE arrivals SET stage = @stage, problem = NULL WHERE id = @id`)
/** Why it does not go on; null when it does again. */
export const setProblem = write(`UPDATE arrivals SET problem = @problem WHERE id = @id`)
/** All has come that could; the old server is no longer to be asked. */
export const finishArrival = write(
  `UPDATE arrivals SET finished_at = @now, token = NULL, problem = NULL WHERE id = @id AND finished_at IS NULL`,
)
/** Gives it up, or forgets it. */
export const deleteArrival = write(`DELETE FROM arrivals WHERE id = @id AND account_id = @accountId`)
/** Forgets those of long ago. */
export const sweepArrivalRows = write(`DELETE FROM arrivals WHERE created_at <= @until AND finished_at IS NOT NULL`)

/** Adds what a list holds, a JSON list of {what, terms}; what is there already stays. */
export const insertRows = write(
  `INSERT OR IGNORE INTO arrival_rows (arrival_id, part, what, terms)
   SELECT @arrivalId, @part, value ->> 'what', value ->> 'terms' FROM json_each(@rows)`,
)
/** The next things to bring; with `again` (1) also those that could not be found before. */
export const waitingRows = many(
  z.object({ part, what: z.string(), terms: z.string() }),
  `SELECT part, what, terms FROM arrival_rows
   WHERE arrival_id = @arrivalId AND done = 0 AND (problem IS NULL OR @again = 1) ORDER BY part, what LIMIT @most`,
)
/** One thing could not be found, and is looked for again later. */
export const deferRow = write(
  `UPDATE arrival_rows SET problem = @problem
   WHERE arrival_id = @arrivalId AND part = @part AND what = @what AND done = 0`,
)
/** Whether there are such things. */
export const hasDeferred = one(
  z.object({ found: z.int() }),
  `SELECT EXISTS (SELECT 1 FROM arrival_rows WHERE arrival_id = @arrivalId AND done = 0) AS found`,
)
/** One thing is done, with or without a problem. */
export const finishRow = write(
  `UPDATE arrival_rows SET done = 1, problem = @problem
   WHERE arrival_id = @arrivalId AND part = @part AND what = @what`,
)
/** How far each part is. */
export const progressOf = many(
  z.object({ part, total: z.int(), done: z.int(), failed: z.int() }),
  `SELECT part, count(*) AS total, coalesce(sum(done), 0) AS done, count(problem) FILTER (WHERE done = 1) AS failed FROM arrival_rows
   WHERE arrival_id = @arrivalId GROUP BY part`,
)
/** What could not come, and why. */
export const failedRows = many(
  z.object({ part, what: z.string(), problem: z.string().nullable() }),
  `SELECT part, what, problem FROM arrival_rows WHERE arrival_id = @arrivalId AND problem IS NOT NULL AND done = 1
   LIMIT @most`,
)
