import { z } from 'zod'
import { many, write } from '../../db/sql.ts'

/** Which of `origins` (a JSON list of addresses) somebody has brought along already. */
export const broughtAmong = many(
  z.object({ origin: z.string() }),
  `SELECT origin FROM brought_posts WHERE account_id = @accountId
     AND origin IN (SELECT value FROM json_each(@origins))`,
)

/** Notes that a post was brought along. */
export const putBrought = write(
  `INSERT INTO brought_posts (status_id, account_id, origin) VALUES (@statusId, @accountId, @origin)`,
)
