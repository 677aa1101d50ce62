import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

/** Somebody's app that shows codes, confirmed or only begun. */
export const codeAppOf = one(
  z.object({ secret: z.instanceof(Buffer), confirmedAt: z.int().nullable() }),
  `SELECT secret, confirmed_at AS confirmedAt FROM code_apps WHERE account_id = @accountId`,
)

/** Begins with an app, in place of one that was begun and never confirmed. */
export const putCodeApp = write(
  `INSERT INTO code_apps (account_id, secret, created_at) VALUES (@accountId, @secret, @now)
   ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at, last_step = 0
     WHERE confirmed_at IS NULL`,
)

/** From now on the app's codes are asked for. */
export const confirmCodeApp = write(
  `UPDATE code_apps SET confirmed_at = @now WHERE account_id = @accountId AND confirmed_at IS NULL`,
)

/** Takes the code of a half minute; changes nothing when it, or a later one, was taken before. */
export const takeCode = write(
  `UPDATE code_apps SET last_step = @step WHERE account_id = @accountId AND last_step < @step`,
)

/** Ends with an app. */
export const deleteCodeApp = write(`DELETE FROM code_apps WHERE account_id = @accountId`)

/** Adds a recovery code. */
export const insertRecoveryCode = write(`INSERT INTO recovery_codes (account_id, code_hash) VALUES (@accountId, @hash)`)

/** Uses a recovery code up; changes nothing when there is none such. */
export const takeRecoveryCode = write(
  `UPDATE recovery_codes SET used_at = @now WHERE account_id = @accountId AND code_hash = @hash AND used_at IS NULL`,
)

/** How many recovery codes somebody has left. */
export const recoveryCodesLeft = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM recovery_codes WHERE account_id = @accountId AND used_at IS NULL`,
)

/** Forgets somebody's recovery codes. */
export const deleteRecoveryCodes = write(`DELETE FROM recovery_codes WHERE account_id = @accountId`)

const passkey = `id, account_id AS accountId, credential_id AS credentialId, public_key AS publicKey, counter,
  transports, name, created_at AS createdAt, used_at AS usedAt, handle` as const
const passkeyRow = z.object({
  id: z.int(),
  accountId: z.int(),
  credentialId: z.string(),
  publicKey: z.instanceof(Buffer),
  counter: z.int(),
  /** A JSON list of what the browser said. */
  transports: z.string(),
  name: z.string(),
  createdAt: z.int(),
  usedAt: z.int().nullable(),
  /** The name under which it knows the account, where it was made before the account was. */
  handle: z.string().nullable(),
})
/** A passkey as stored. */
export type PasskeyRow = z.infer<typeof passkeyRow>

/** Somebody's passkeys, the oldest first. */
export const passkeysOf = many(passkeyRow, `SELECT ${passkey} FROM passkeys WHERE account_id = @accountId ORDER BY id`)

/** A passkey by the name that it gives itself. */
export const passkeyByCredential = one(
  passkeyRow,
  `SELECT ${passkey} FROM passkeys WHERE credential_id = @credentialId`,
)

/** Adds a passkey. */
export const insertPasskey = write(
  `INSERT INTO passkeys (id, account_id, credential_id, public_key, counter, transports, name, handle,
     created_at)
   VALUES (@id, @accountId, @credentialId, @publicKey, @counter, @transports, @name, @handle, @now)`,
)

/** Notes that a passkey was used. */
export const touchPasskey = write(`UPDATE passkeys SET counter = @counter, used_at = @now WHERE id = @id`)

/** Takes one of somebody's passkeys away. */
export const deletePasskey = write(`DELETE FROM passkeys WHERE id = @id AND account_id = @accountId`)

/** Takes all of somebody's passkeys away. */
export const deletePasskeysOf = write(`DELETE FROM passkeys WHERE account_id = @accountId`)

/** Remembers what a passkey was asked to sign. */
export const insertChallenge = write(
  `INSERT INTO passkey_challenges (challenge_hash, purpose, account_id, expires_at)
   VALUES (@hash, @purpose, @accountId, @expiresAt)`,
)

/** Uses a challenge up, for the purpose and the person that it was made for; changes nothing when there is none. */
export const takeChallenge = write(
  `DELETE FROM passkey_challenges
   WHERE challenge_hash = @hash AND purpose = @purpose AND account_id IS @accountId AND expires_at > @now`,
)

/** Forgets what somebody's passkeys were asked. */
export const deleteChallengesOf = write(`DELETE FROM passkey_challenges WHERE account_id = @accountId`)

/** Forgets challenges that nobody answered. */
export const deleteOldChallenges = write(`DELETE FROM passkey_challenges WHERE expires_at <= @now`)

/** Begins the second step of a log-in. */
export const insertStep = write(
  `INSERT INTO second_steps (token_hash, account_id, expires_at) VALUES (@hash, @accountId, @expiresAt)`,
)

/** A second step under way. */
export const stepByHash = one(
  z.object({ accountId: z.int(), tries: z.int() }),
  `SELECT account_id AS accountId, tries FROM second_steps WHERE token_hash = @hash AND expires_at > @now`,
)

/** Counts one more try at a second step. */
export const countTry = write(`UPDATE second_steps SET tries = tries + 1 WHERE token_hash = @hash`)

/** Ends a second step. */
export const deleteStep = write(`DELETE FROM second_steps WHERE token_hash = @hash`)

/** Ends every second step of somebody. */
export const deleteStepsOf = write(`DELETE FROM second_steps WHERE account_id = @accountId`)

/** Forgets second steps that nobody went on with. */
export const deleteOldSteps = write(`DELETE FROM second_steps WHERE expires_at <= @now`)
