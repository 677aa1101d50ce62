import { z } from 'zod'
import { one, write } from '../../../db/sql.ts'

/** Where somebody of another server is, and what they are there. */
export const placeElsewhere = one(
  z.object({ host: z.string(), kind: z.string(), movedTo: z.string().nullable() }),
  `SELECT host, kind, moved_to AS movedTo FROM remote_actors WHERE account_id = @id`,
)

/** Makes the way into a case for somebody of another server. */
export const putLink = write(`INSERT INTO mediation_links (case_id, link_hash) VALUES (@caseId, @linkHash)`)

/** Where a link leads. */
export const linkOf = one(
  z.object({ caseId: z.int() }),
  `SELECT case_id AS caseId FROM mediation_links WHERE link_hash = @linkHash`,
)

/** Closes the way in, for every browser that it let in too. */
export const removeLink = write(`DELETE FROM mediation_links WHERE case_id = @caseId`)

/** Keeps a browser in which a link was opened. */
export const putVisit = write(
  `INSERT INTO mediation_visits (token_hash, case_id, code, created_at, expires_at)
   VALUES (@tokenHash, @caseId, @code, @now, @expiresAt)`,
)

/** A browser in which a link was opened. */
export const visitOf = one(
  z.object({ caseId: z.int(), verified: z.int(), wrong: z.int(), expiresAt: z.int() }),
  `SELECT case_id AS caseId, verified, wrong, expires_at AS expiresAt FROM mediation_visits
   WHERE token_hash = @tokenHash AND expires_at > @now`,
)

/** Lets in whoever waits at the door of a case with a code; 0 where nobody does. */
export const letInByCode = write(
  `UPDATE mediation_visits SET verified = 1, code = NULL, expires_at = @until
   WHERE case_id = @caseId AND code = @code AND expires_at > @now AND wrong < @most`,
)

/** Counts a wrong code against all who wait at the door of a case. */
export const countWrong = write(
  `UPDATE mediation_visits SET wrong = wrong + 1 WHERE case_id = @caseId AND verified = 0`,
)

/** Lets in one browser. */
export const letIn = write(
  `UPDATE mediation_visits SET verified = 1, code = NULL, expires_at = @until WHERE token_hash = @tokenHash`,
)

/** Ends one browser's visit. */
export const removeVisit = write(`DELETE FROM mediation_visits WHERE token_hash = @tokenHash`)

/** Leaves the newest of those who wait at the door of a case. */
export const dropEarlier = write(
  `DELETE FROM mediation_visits WHERE case_id = @caseId AND verified = 0 AND token_hash NOT IN (
     SELECT token_hash FROM mediation_visits WHERE case_id = @caseId AND verified = 0
     ORDER BY created_at DESC LIMIT @most)`,
)

/** Forgets visits whose time is over. */
export const sweepVisits = write(`DELETE FROM mediation_visits WHERE expires_at <= @now`)
