import { z } from 'zod'
import { many, write } from '../../../db/sql.ts'

/** Decisions whose words wait for a second reader, the most pressing first: one line of each. */
export const toRead = many(
  z.object({ id: z.int(), caseId: z.int(), kind: z.string(), createdAt: z.int(), dueAt: z.int() }),
  `SELECT min(id) AS id, case_id AS caseId, kind, created_at AS createdAt, read_due_at AS dueAt FROM moderation_actions
   WHERE read_due_at IS NOT NULL AND read_by IS NULL AND settled_at IS NULL AND over_at IS NULL
   GROUP BY read_due_at, case_id ORDER BY read_due_at LIMIT @most`,
)

/** Notes who read the words, as they are sent and when. */
export const setRead = write(
  `UPDATE moderation_actions SET read_by = @by, content = @content, settles_at = @settlesAt
   WHERE id = @id AND read_by IS NULL AND settled_at IS NULL AND over_at IS NULL`,
)

/** The words that are sent where nobody read them in time. */
export const setContent = write(`UPDATE moderation_actions SET content = @content WHERE id = @id`)
