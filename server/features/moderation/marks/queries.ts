import { z } from 'zod'
import { one } from '../../../db/sql.ts'

/** The warning that moderators put beside a post. */
export const addedTo = one(
  z.object({ words: z.string(), actionId: z.int() }),
  `SELECT words, action_id AS actionId FROM moderator_cw WHERE status_id = @statusId`,
)
