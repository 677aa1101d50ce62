import { z } from 'zod'
import { one } from '../../../db/sql.ts'

/** The warning that moderators put beside a post. */
export const addedTo = one(
  z.object({ words: z.string(), actionId: z.int() }),
  `SELECT words, action_id AS actionId FROM moderator_cw WHERE status_id = @statusId`,
)

/** Whether moderators ever had to put a warning beside a post of somebody's, and it was not taken back as mistaken. */
export const anyAddedTo = one(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_actions
   WHERE target_id = @accountId AND kind IN ('cw', 'sensitive') AND settled_at IS NOT NULL
     AND (over_at IS NULL OR over_why = 'reworded') LIMIT 1`,
)
