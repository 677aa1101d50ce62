import { z } from 'zod'
import { one, write } from '../../../db/sql.ts'

/** Asks for another address, in place of one asked for before. */
export const putChange = write(
  `INSERT INTO address_changes (account_id, email, email_hash, token_hash, expires_at)
   VALUES (@accountId, @email, @emailHash, @tokenHash, @expiresAt)
   ON CONFLICT (account_id) DO UPDATE SET email = excluded.email, email_hash = excluded.email_hash,
     token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
)

/** A change by the hash of its link's secret. */
export const changeByToken = one(
  z.object({ accountId: z.int(), email: z.instanceof(Buffer), emailHash: z.instanceof(Buffer) }),
  `SELECT account_id AS accountId, email, email_hash AS emailHash FROM address_changes
   WHERE token_hash = @tokenHash AND expires_at > @now`,
)

/** A change that somebody asked for. */
export const changeOf = one(
  z.object({ email: z.instanceof(Buffer) }),
  `SELECT email FROM address_changes WHERE account_id = @accountId AND expires_at > @now`,
)

/** Ends a change. */
export const deleteChange = write(`DELETE FROM address_changes WHERE account_id = @accountId`)

/** Forgets changes that nobody confirmed. */
export const deleteOldChanges = write(`DELETE FROM address_changes WHERE expires_at <= @now`)

/** Sets somebody's mail address. */
export const setAddress = write(
  `UPDATE members SET email = @email, email_hash = @emailHash WHERE account_id = @accountId`,
)
