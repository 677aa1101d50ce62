import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

const linkRow = z.object({
  hash: z.instanceof(Buffer),
  kind: z.enum(['setup', 'confirm', 'reset']),
  accountId: z.int().nullable(),
  registrationId: z.int().nullable(),
  expiresAt: z.int(),
  usedAt: z.int().nullable(),
})
/** A one-time link as stored: only the hash of its secret. */
export type LinkRow = z.infer<typeof linkRow>

/** A link by the hash of its secret. */
export const linkByHash = one(
  linkRow,
  `SELECT token_hash AS hash, kind, account_id AS accountId, registration_id AS registrationId,
     expires_at AS expiresAt, used_at AS usedAt FROM links WHERE token_hash = @hash`,
)

/** Adds a link. */
export const insertLink = write(
  `INSERT INTO links (token_hash, kind, account_id, registration_id, created_at, expires_at)
   VALUES (@hash, @kind, @accountId, @registrationId, @now, @expiresAt)`,
)

/** Marks a link as used; changes nothing when it was used before. */
export const markUsed = write(`UPDATE links SET used_at = @now WHERE token_hash = @hash AND used_at IS NULL`)

/** Ends the unused links of a registration: the address they went to is not the one any more. */
export const expireLinksOfRegistration = write(
  `UPDATE links SET expires_at = @now WHERE registration_id = @registrationId AND used_at IS NULL AND expires_at > @now`,
)

/** Marks every link of a registration as used: there is an account now. */
export const useLinksOfRegistration = write(
  `UPDATE links SET used_at = @now WHERE registration_id = @registrationId AND used_at IS NULL`,
)

/** Marks every link for a new password of a person as used. */
export const useResetLinksOf = write(
  `UPDATE links SET used_at = @now WHERE account_id = @accountId AND kind = 'reset' AND used_at IS NULL`,
)

/** How many links for a new password a person was sent since a time. */
export const countResetLinks = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM links WHERE account_id = @accountId AND kind = 'reset' AND created_at > @since`,
)

/** Takes away the set-up links of before; there are few links that never expire soon. */
export const deleteSetupLinks = write(
  `DELETE FROM links WHERE expires_at > @now AND kind = 'setup' AND used_at IS NULL`,
)

/** Forgets links that expired a while ago; until then they answer that they did. */
export const deleteOldLinks = write(`DELETE FROM links WHERE expires_at <= @until`)
