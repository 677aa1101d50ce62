import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** Keeps what somebody allowed, until the program fetches its token with the code. */
export const addGrant = write(
  `INSERT INTO grants (code_hash, app_id, account_id, redirect_uri, scopes, challenge, expires_at)
   VALUES (@codeHash, @appId, @accountId, @redirectUri, @scopes, @challenge, @expiresAt)`,
)

/** What was allowed under a code. */
export const grantByCode = one(
  z.object({
    appId: z.int(),
    accountId: z.int(),
    redirectUri: z.string(),
    scopes: z.string(),
    challenge: z.string().nullable(),
    expiresAt: z.int(),
  }),
  `SELECT app_id AS appId, account_id AS accountId, redirect_uri AS redirectUri, scopes, challenge,
     expires_at AS expiresAt FROM grants WHERE code_hash = @codeHash`,
)

/** Marks a code as used; changes nothing when it was used before. */
export const useGrant = write(`UPDATE grants SET used_at = @now WHERE code_hash = @codeHash AND used_at IS NULL`)

/** Takes away codes that can no longer be used; kept a while longer than they hold, so that reuse is seen. */
export const dropOldGrants = write(`DELETE FROM grants WHERE expires_at < @before`)

/** Gives a program a token, for a person or, without one, for itself. */
export const addToken = write(
  `INSERT INTO tokens (token_hash, app_id, account_id, code_hash, scopes, created_at)
   VALUES (@tokenHash, @appId, @accountId, @codeHash, @scopes, @now)`,
)

/** Whose a token is. */
export const tokenByHash = one(
  z.object({ appId: z.int().nullable() }),
  `SELECT app_id AS appId FROM tokens WHERE token_hash = @tokenHash`,
)

/** Ends a token. */
export const dropToken = write(`DELETE FROM tokens WHERE token_hash = @tokenHash`)

/** Ends every token that was fetched with a code. */
export const dropTokensOfCode = write(`DELETE FROM tokens WHERE code_hash = @codeHash`)

/** Whether the person who would allow something is still one who may. */
export const mayGrant = one(
  z.object({ accountId: z.int() }),
  `SELECT accounts.id AS accountId FROM accounts JOIN members ON members.account_id = accounts.id
   WHERE accounts.id = @accountId AND accounts.joined_at IS NOT NULL AND accounts.suspended_at IS NULL
     AND members.disabled_at IS NULL`,
)
