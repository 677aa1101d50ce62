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

/** Shows another case of a guest's own in a browser. */
export const moveVisit = write(`UPDATE mediation_visits SET case_id = @caseId WHERE token_hash = @tokenHash`)

/** Ends one browser's visit. */
export const removeVisit = write(`DELETE FROM mediation_visits WHERE token_hash = @tokenHash`)

/** Leaves the newest of those who wait at the door of a case. */
export const dropEarlier = write(
  `DELETE FROM mediation_visits WHERE case_id = @caseId AND verified = 0 AND token_hash NOT IN (
     SELECT token_hash FROM mediation_visits WHERE case_id = @caseId AND verified = 0
     ORDER BY created_at DESC LIMIT @most)`,
)

/** Lets somebody who wants to ask wait in this browser until they showed who they are. */
export const putAsker = write(`INSERT INTO mediation_askers (token_hash, expires_at) VALUES (@tokenHash, @expiresAt)`)

/** Somebody in this browser who wants to ask, and has yet to show who they are. */
export const askerOf = one(
  z.object({ code: z.instanceof(Buffer).nullable(), wrong: z.int(), expiresAt: z.int() }),
  `SELECT code, wrong, expires_at AS expiresAt FROM mediation_askers
   WHERE token_hash = @tokenHash AND expires_at > @now`,
)

/** Keeps from which address the code of a browser is to come. */
export const nameAsker = write(
  `UPDATE mediation_askers SET who = @who, code = @code, wrong = 0 WHERE token_hash = @tokenHash`,
)

/** Whose browser shows a code, among those that wait for one from an address. */
export const askerByCode = one(
  z.object({ tokenHash: z.instanceof(Buffer) }),
  `SELECT token_hash AS tokenHash FROM mediation_askers
   WHERE who = @who AND code = @code AND expires_at > @now AND wrong < @most`,
)

/** Counts a wrong code against all who wait for one from an address. */
export const countWrongFrom = write(`UPDATE mediation_askers SET wrong = wrong + 1 WHERE who = @who`)

/** Takes away who wants to ask in a browser: they are let in, or left. */
export const removeAsker = write(`DELETE FROM mediation_askers WHERE token_hash = @tokenHash`)

/** Forgets those whose time is over. */
export const sweepAskers = write(`DELETE FROM mediation_askers WHERE expires_at <= @now`)

/** Forgets visits whose time is over. */
export const sweepVisits = write(`DELETE FROM mediation_visits WHERE expires_at <= @now`)
