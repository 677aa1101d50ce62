import { z } from 'zod'
import { many } from '../../../db/sql.ts'

/** The newest posts by somebody that name another. */
export const postsNaming = many(
  z.object({ id: z.int() }),
  `SELECT statuses.id FROM mentions JOIN statuses ON statuses.id = mentions.status_id
   WHERE mentions.account_id = @me AND statuses.account_id = @by ORDER BY mentions.status_id DESC LIMIT @most`,
)
