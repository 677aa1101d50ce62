import { z } from 'zod'
import { many, write } from '../db/sql.ts'

/** Closes or opens an account. */
export const setDisabled = write(`UPDATE members SET disabled_at = @at WHERE account_id = @accountId`)

/** People of this server below an id, newest first. */
export const everybody = many(
  z.object({
    id: z.int(),
    username: z.string(),
    joinedAt: z.int().nullable(),
    suspendedAt: z.int().nullable(),
    disabledAt: z.int().nullable(),
    roles: z.string().nullable(),
  }),
  `SELECT accounts.id, accounts.username, accounts.joined_at AS joinedAt, accounts.suspended_at AS suspendedAt,
     members.disabled_at AS disabledAt,
     (SELECT group_concat(role) FROM roles WHERE roles.account_id = accounts.id) AS roles
   FROM members JOIN accounts ON accounts.id = members.account_id
   WHERE members.account_id < @before ORDER BY members.account_id DESC LIMIT @limit`,
)

/** Who owns the community. */
export const owners = many(
  z.object({ accountId: z.int() }),
  `SELECT account_id AS accountId FROM roles WHERE role = 'owner'`,
)
