import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'
import { acceptedInTime } from '../../policies/rules.ts'

const person = `accounts.id AS accountId, accounts.joined_at AS joinedAt, accounts.suspended_at AS suspendedAt,
  members.disabled_at AS disabledAt,
  (SELECT group_concat(role) FROM roles WHERE roles.account_id = accounts.id) AS roles,
  ${acceptedInTime} AS acceptedRules` as const

const personRow = {
  accountId: z.int(),
  joinedAt: z.int().nullable(),
  suspendedAt: z.int().nullable(),
  disabledAt: z.int().nullable(),
  roles: z.string().nullable(),
  acceptedRules: z.int(),
}

/** The person of a session that has not expired; `graceOver` is now less the grace of new rules. */
export const personOfSession = one(
  z.object({ ...personRow, usedAt: z.int(), expiresAt: z.int() }),
  `SELECT ${person}, sessions.used_at AS usedAt, sessions.expires_at AS expiresAt
   FROM sessions JOIN accounts ON accounts.id = sessions.account_id JOIN members ON members.account_id = accounts.id
   WHERE sessions.token_hash = @hash AND sessions.expires_at > @now`,
)

/** The person of a token that one was given for; `graceOver` as above. */
export const personOfToken = one(
  z.object({ ...personRow, scopes: z.string(), appId: z.int().nullable(), usedAt: z.int().nullable() }),
  `SELECT ${person}, tokens.scopes, tokens.app_id AS appId, tokens.used_at AS usedAt
   FROM tokens JOIN accounts ON accounts.id = tokens.account_id JOIN members ON members.account_id = accounts.id
   WHERE tokens.token_hash = @hash`,
)

/** Somebody by their account, for what they asked to be done later; `graceOver` as above. */
export const personOfAccount = one(
  z.object(personRow),
  `SELECT ${person} FROM accounts JOIN members ON members.account_id = accounts.id WHERE accounts.id = @accountId`,
)

/** A token that an app was given for itself. */
export const appOfToken = one(
  z.object({ appId: z.int(), scopes: z.string() }),
  `SELECT app_id AS appId, scopes FROM tokens WHERE token_hash = @hash AND account_id IS NULL AND app_id IS NOT NULL`,
)

/** Notes that a session is in use and moves its end. */
export const touchSession = write(
  `UPDATE sessions SET used_at = @now, expires_at = @expiresAt WHERE token_hash = @hash`,
)

/** Notes that a token is in use. */
export const touchToken = write(`UPDATE tokens SET used_at = @now WHERE token_hash = @hash`)

/** Begins a session. */
export const insertSession = write(
  `INSERT INTO sessions (id, token_hash, account_id, device, created_at, used_at, expires_at)
   VALUES (@id, @hash, @accountId, @device, @now, @now, @expiresAt)`,
)

/** Notes from which network somebody came, as a name that dies with its day's key. */
export const noteNetwork = write(
  `INSERT INTO account_networks (account_id, network, used_at) VALUES (@accountId, @network, @now)
   ON CONFLICT (account_id, network) DO UPDATE SET used_at = excluded.used_at`,
)

/** Ends one session. */
export const deleteSession = write(`DELETE FROM sessions WHERE token_hash = @hash`)

const keyholder = `accounts.id AS accountId, accounts.username, members.password_hash AS passwordHash, members.email,
  members.disabled_at AS disabledAt, accounts.suspended_at AS suspendedAt` as const

const keyholderRow = z.object({
  accountId: z.int(),
  username: z.string(),
  passwordHash: z.string(),
  email: z.instanceof(Buffer).nullable(),
  disabledAt: z.int().nullable(),
  suspendedAt: z.int().nullable(),
})
/** Somebody who may know a password: what logging in and changing it need. */
export type Keyholder = z.infer<typeof keyholderRow>

/** A member by the lower-case form of the name. */
export const keyholderByName = one(
  keyholderRow,
  `SELECT ${keyholder} FROM accounts JOIN members ON members.account_id = accounts.id
   WHERE accounts.username_key = @key AND accounts.domain IS NULL`,
)

/** A member by the fingerprint of the mail address. */
export const keyholderByEmail = one(
  keyholderRow,
  `SELECT ${keyholder} FROM members JOIN accounts ON accounts.id = members.account_id WHERE members.email_hash = @hash`,
)

/** A member by id. */
export const keyholderById = one(
  keyholderRow,
  `SELECT ${keyholder} FROM members JOIN accounts ON accounts.id = members.account_id
   WHERE members.account_id = @accountId`,
)

/** Sets a password. */
export const setPassword = write(`UPDATE members SET password_hash = @passwordHash WHERE account_id = @accountId`)

const deviceRow = z.object({
  id: z.int(),
  hash: z.instanceof(Buffer),
  device: z.string(),
  createdAt: z.int(),
  usedAt: z.int(),
})

/** Where somebody is logged in. */
export const sessionsOf = many(
  deviceRow,
  `SELECT id, token_hash AS hash, device, created_at AS createdAt, used_at AS usedAt FROM sessions
   WHERE account_id = @accountId AND expires_at > @now ORDER BY used_at DESC`,
)

/** Ends one of somebody's sessions by its id. */
export const deleteSessionById = write(`DELETE FROM sessions WHERE id = @id AND account_id = @accountId`)

/** Ends the sessions of a person, but for one. */
export const deleteSessionsOf = write(`DELETE FROM sessions WHERE account_id = @accountId AND token_hash <> @except`)

/** Ends everything that programs were given by a person. */
export const deleteTokensOf = write(`DELETE FROM tokens WHERE account_id = @accountId`)

/** Ends what programs were allowed and have not fetched yet. */
export const deleteGrantsOf = write(`DELETE FROM grants WHERE account_id = @accountId`)

/** Forgets sessions that ended. */
export const deleteOldSessions = write(`DELETE FROM sessions WHERE expires_at <= @now`)

/** Whether the community has somebody who owns it. */
export const anyOwner = one(
  z.object({ accountId: z.int() }),
  `SELECT account_id AS accountId FROM roles WHERE role = 'owner' LIMIT 1`,
)
