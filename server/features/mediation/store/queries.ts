import { z } from 'zod'
import { textClasses } from '../../../../shared/mediation/retention.ts'
import { many, write } from '../../../db/sql.ts'

/** Adds a sealed text. */
export const insertText = write(
  `INSERT INTO texts (id, case_id, class, sealed, created_at) VALUES (@id, @caseId, @class, @sealed, @createdAt)`,
)

/** Sealed texts by their ids (a JSON list), in any order. */
export const textsByIds = many(
  z.object({ id: z.int(), caseId: z.int(), class: z.enum(textClasses), sealed: z.instanceof(Buffer) }),
  `SELECT id, case_id AS caseId, class, sealed FROM texts WHERE id IN (SELECT value FROM json_each(@ids))`,
)

/** Takes away all texts of a class of a case. */
export const deleteClass = write(`DELETE FROM texts WHERE case_id = @caseId AND class = @class`)

/** Takes away texts by their ids (a JSON list). */
export const deleteTexts = write(`DELETE FROM texts WHERE id IN (SELECT value FROM json_each(@ids))`)

/** Ids of texts that were written before a time, above `after`, some at a time. */
export const textsBefore = many(
  z.object({ id: z.int(), caseId: z.int() }),
  `SELECT id, case_id AS caseId FROM texts WHERE id > @after AND created_at < @before ORDER BY id LIMIT 500`,
)

/** Which classes of a case have texts. */
export const classesOf = many(
  z.object({ class: z.enum(textClasses) }),
  `SELECT DISTINCT class FROM texts WHERE case_id = @caseId`,
)
