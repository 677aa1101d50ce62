import { z } from 'zod'
import { many } from '../../db/sql.ts'
import { roles } from '../../policies/viewer.ts'

/** Everybody who holds a role, a row each. */
export const allRoles = many(
  z.object({ accountId: z.int(), role: z.enum(roles) }),
  `SELECT account_id AS accountId, role FROM roles ORDER BY account_id, role`,
)
