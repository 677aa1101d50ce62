import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** This community as a program at a server. */
export const appAt = one(
  z.object({ clientId: z.string(), clientSecret: z.instanceof(Buffer), scopes: z.string() }),
  `SELECT client_id AS clientId, client_secret AS clientSecret, scopes FROM remote_apps WHERE host = @host`,
)
/** Keeps it. */
export const putApp = write(
  `INSERT INTO remote_apps (host, client_id, client_secret, scopes, created_at)
   VALUES (@host, @clientId, @clientSecret, @scopes, @now)
   ON CONFLICT (host) DO UPDATE SET client_id = excluded.client_id, client_secret = excluded.client_secret,
     scopes = excluded.scopes, created_at = excluded.created_at`,
)
/** Forgets it: the server there no longer knows it. */
export const removeApp = write(`DELETE FROM remote_apps WHERE host = @host`)

const purpose = z.enum(['visit', 'move_in', 'mediation'])

/** Begins a sign-in. */
export const putSignIn = write(
  `INSERT INTO remote_sign_ins (state_hash, host, verifier, browser_hash, scopes, purpose, ref, account_id, expires_at)
   VALUES (@stateHash, @host, @verifier, @browserHash, @scopes, @purpose, @ref, @accountId, @expiresAt)`,
)
/** A sign-in that began. */
export const signInOf = one(
  z.object({
    host: z.string(),
    verifier: z.instanceof(Buffer),
    browserHash: z.instanceof(Buffer),
    scopes: z.string(),
    purpose,
    ref: z.int().nullable(),
    accountId: z.int().nullable(),
    expiresAt: z.int(),
  }),
  `SELECT host, verifier, browser_hash AS browserHash, scopes, purpose, ref, account_id AS accountId,
     expires_at AS expiresAt FROM remote_sign_ins WHERE state_hash = @stateHash`,
)
/** A sign-in is used once. */
export const removeSignIn = write(`DELETE FROM remote_sign_ins WHERE state_hash = @stateHash`)
/** Forgets those that were not finished. */
export const sweepSignIns = write(`DELETE FROM remote_sign_ins WHERE expires_at <= @now`)

/** Lets somebody from elsewhere be a guest. */
export const putGuest = write(
  `INSERT INTO guests (token_hash, uri, acct, name, purpose, ref, created_at, expires_at)
   VALUES (@tokenHash, @uri, @acct, @name, @purpose, @ref, @now, @expiresAt)`,
)
/** A guest. */
export const guestOf = one(
  z.object({
    uri: z.string(),
    acct: z.string(),
    name: z.string(),
    purpose: z.enum(['visit', 'mediation']),
    expiresAt: z.int(),
  }),
  `SELECT uri, acct, name, purpose, expires_at AS expiresAt FROM guests
   WHERE token_hash = @tokenHash AND expires_at > @now`,
)
/** Ends a guest's session. */
export const removeGuest = write(`DELETE FROM guests WHERE token_hash = @tokenHash`)
/** Ends those whose time is over. */
export const sweepGuests = write(`DELETE FROM guests WHERE expires_at <= @now`)
