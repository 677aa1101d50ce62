import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

const columns = `id AS cursor, at, by_id AS byId, verb, case_id AS caseId, target_id AS targetId, status_id AS statusId,
  detail, hash` as const
const actRow = z.object({
  cursor: z.int(),
  at: z.int(),
  byId: z.int().nullable(),
  verb: z.string(),
  caseId: z.int().nullable(),
  targetId: z.int().nullable(),
  statusId: z.int().nullable(),
  /** JSON; see `Act` in log-act.ts. */
  detail: z.string(),
  hash: z.instanceof(Buffer),
})
/** One line of the log; `cursor` is its number. */
export type ActRow = z.infer<typeof actRow>

/** Adds a line; its number follows the last one's. */
export const insertAct = write(
  `INSERT INTO moderation_log (id, at, by_id, verb, case_id, target_id, status_id, detail, hash)
   VALUES (@id, @at, @byId, @verb, @caseId, @targetId, @statusId, @detail, @hash)`,
)

/** The last line. */
export const lastAct = one(actRow, `SELECT ${columns} FROM moderation_log WHERE id > 0 ORDER BY id DESC LIMIT 1`)

/** The whole log, by ranges. */
export const actsIn = ranged(actRow, `SELECT ${columns} FROM moderation_log WHERE id > 0`, 'id')

/** The lines about a case, the oldest first. */
export const actsOfCase = many(
  actRow,
  `SELECT ${columns} FROM moderation_log WHERE case_id IS NOT NULL AND case_id = @caseId ORDER BY id LIMIT 500`,
)

/** Who decided several cases (a JSON list), the latest last. */
export const decidersOf = many(
  z.object({ caseId: z.int(), byId: z.int() }),
  `SELECT case_id AS caseId, by_id AS byId FROM moderation_log WHERE case_id IS NOT NULL
     AND case_id IN (SELECT value FROM json_each(@ids)) AND verb = 'case_decided' AND by_id IS NOT NULL ORDER BY id`,
)
