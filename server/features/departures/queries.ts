import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** Somebody's wish to leave, if they have one. */
export const departureOf = one(
  z.object({ hiddenAt: z.int(), endsAt: z.int() }),
  `SELECT hidden_at AS hiddenAt, ends_at AS endsAt FROM departures WHERE account_id = @accountId`,
)

/** Notes that somebody leaves. */
export const putDeparture = write(
  `INSERT INTO departures (account_id, hidden_at, ends_at) VALUES (@accountId, @now, @endsAt)`,
)

/** Somebody stays after all. */
export const deleteDeparture = write(`DELETE FROM departures WHERE account_id = @accountId`)

/** Hides somebody and what they wrote, as a suspension does. */
export const hideAccount = write(
  `UPDATE accounts SET suspended_at = @now WHERE id = @accountId AND suspended_at IS NULL`,
)

/** Shows somebody again, unless they were suspended since then. */
export const showAccount = write(
  `UPDATE accounts SET suspended_at = NULL WHERE id = @accountId AND suspended_at = @hiddenAt`,
)

/** Somebody else who owns the community, and stays. */
export const otherOwner = one(
  z.object({ accountId: z.int() }),
  `SELECT roles.account_id AS accountId FROM roles JOIN accounts ON accounts.id = roles.account_id
   WHERE roles.role = 'owner' AND roles.account_id <> @accountId AND accounts.suspended_at IS NULL LIMIT 1`,
)

/** Deletes an account with everything that hangs on it. */
export const deleteAccount = write(`DELETE FROM accounts WHERE id = @accountId`)

/** Keeps the name of somebody who left from everybody else. */
export const keepName = write(`INSERT INTO left_names (name_hash) VALUES (@hash) ON CONFLICT DO NOTHING`)

/** Whether somebody who left had this name. */
export const nameLeft = one(z.object({ found: z.int() }), `SELECT 1 AS found FROM left_names WHERE name_hash = @hash`)
