import { z } from 'zod'
import { many } from '../../../../db/sql.ts'

/** Who of several people (a JSON list) can log in. */
export const ableStaff = many(
  z.object({ id: z.int() }),
  `SELECT accounts.id FROM accounts JOIN members ON members.account_id = accounts.id
   WHERE accounts.id IN (SELECT value FROM json_each(@ids)) AND accounts.suspended_at IS NULL
     AND members.disabled_at IS NULL`,
)
