import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** Marks the conversations of some posts (a JSON list) as resolved. */
export const markThreads = write(
  `INSERT INTO thread_marks (thread_id, marked_at)
   SELECT DISTINCT thread_id, @now FROM statuses WHERE id IN (SELECT value FROM json_each(@ids)) ON CONFLICT DO NOTHING`,
)

/** Takes the mark off the conversations of some posts (a JSON list). */
export const unmarkThreads = write(
  `DELETE FROM thread_marks WHERE thread_id IN
     (SELECT thread_id FROM statuses WHERE id IN (SELECT value FROM json_each(@ids)))`,
)

/** Whether the conversation of a post is marked as resolved. */
export const markOfThread = one(
  z.object({ markedAt: z.int() }),
  `SELECT marked_at AS markedAt FROM thread_marks WHERE thread_id = (SELECT thread_id FROM statuses WHERE id = @id)`,
)
