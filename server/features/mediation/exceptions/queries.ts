import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

/** What goes through the walls of a mediation; each takes two people. */
export const exceptionKinds = ['break_glass', 'legal_hold', 'lift_hold', 'danger'] as const
/** One of {@link exceptionKinds}. */
export type ExceptionKind = (typeof exceptionKinds)[number]

const columns = `id, kind, case_id AS caseId, sealed, asked_at AS askedAt, done_at AS doneAt, until` as const
const row = z.object({
  id: z.int(),
  kind: z.enum(exceptionKinds),
  caseId: z.int(),
  sealed: z.instanceof(Buffer),
  askedAt: z.int(),
  doneAt: z.int().nullable(),
  until: z.int(),
})
/** An exception as stored. */
export type ExceptionRow = z.infer<typeof row>

/** Keeps what one of the two asks for. */
export const insertException = write(
  `INSERT INTO mediation_exceptions (id, kind, case_id, sealed, asked_at, until)
   VALUES (@id, @kind, @caseId, @sealed, @now, @until)`,
)

/** Notes who agreed or read, and since when it holds. */
export const changeException = write(
  `UPDATE mediation_exceptions SET sealed = @sealed, done_at = @doneAt, until = @until WHERE id = @id`,
)

/** One of them. */
export const exceptionById = one(row, `SELECT ${columns} FROM mediation_exceptions WHERE id = @id`)

/** The newest ones after an id. */
export const newestExceptions = many(
  row,
  `SELECT ${columns} FROM mediation_exceptions WHERE id > @after ORDER BY id DESC LIMIT @most`,
)

/** Those of one case, the oldest first. */
export const exceptionsOf = many(row, `SELECT ${columns} FROM mediation_exceptions WHERE case_id = @caseId ORDER BY id`)

/** The cases in some states (a JSON list) that are called by two words. */
export const casesNamed = many(
  z.object({ id: z.int() }),
  `SELECT id FROM mediation_cases WHERE state IN (SELECT value FROM json_each(@states)) AND code_name = @name`,
)
