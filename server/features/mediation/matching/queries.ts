import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

const profileColumns = `mediator_profiles.account_id AS accountId, volunteering, languages, hours, max_open AS maxOpen,
  topics_not_taken AS topicsNotTaken, co_mediation AS coMediation, trainee, approach, away, close_to AS closeTo,
  accepted_code_at AS acceptedCodeAt, seen_at AS seenAt, took_at AS tookAt, cooling_until AS coolingUntil` as const

const profileRow = z.object({
  accountId: z.int(),
  volunteering: z.int(),
  /** JSON lists. */
  languages: z.string(),
  hours: z.string(),
  maxOpen: z.int(),
  topicsNotTaken: z.string(),
  coMediation: z.int(),
  trainee: z.int(),
  approach: z.string(),
  away: z.int(),
  closeTo: z.instanceof(Buffer),
  acceptedCodeAt: z.int().nullable(),
  seenAt: z.int(),
  tookAt: z.int(),
  coolingUntil: z.int(),
})
/** What a volunteer says about themselves, as stored. */
export type ProfileRow = z.infer<typeof profileRow>

/** A volunteer's profile. */
export const profileOf = one(
  profileRow,
  `SELECT ${profileColumns} FROM mediator_profiles WHERE account_id = @accountId`,
)

/** Several volunteers' profiles; `ids` is a JSON list. */
export const profilesIn = many(
  profileRow,
  `SELECT ${profileColumns} FROM mediator_profiles WHERE account_id IN (SELECT value FROM json_each(@ids))`,
)

/** Everybody who volunteers, agreed to the code, and still has the role. */
export const volunteers = many(
  profileRow,
  `SELECT ${profileColumns} FROM roles JOIN mediator_profiles ON mediator_profiles.account_id = roles.account_id
     JOIN accounts ON accounts.id = roles.account_id
   WHERE role = 'mediator' AND volunteering = 1 AND accepted_code_at IS NOT NULL AND suspended_at IS NULL`,
)

/** Keeps a volunteer's profile. */
export const putProfile = write(
  `INSERT INTO mediator_profiles (account_id, volunteering, languages, hours, max_open, topics_not_taken, co_mediation,
     trainee, approach, away, close_to, accepted_code_at, seen_at)
   VALUES (@accountId, @volunteering, @languages, @hours, @maxOpen, @topicsNotTaken, @coMediation, @trainee, @approach,
     @away, @closeTo, @acceptedCodeAt, @now)
   ON CONFLICT (account_id) DO UPDATE SET volunteering = excluded.volunteering, languages = excluded.languages,
     hours = excluded.hours, max_open = excluded.max_open, topics_not_taken = excluded.topics_not_taken,
     co_mediation = excluded.co_mediation, trainee = excluded.trainee, approach = excluded.approach,
     away = excluded.away, close_to = excluded.close_to, accepted_code_at = excluded.accepted_code_at,
     seen_at = excluded.seen_at`,
)

/** Notes that a volunteer was there. */
export const noteSeen = write(`UPDATE mediator_profiles SET seen_at = @now WHERE account_id = @accountId`)

/** Notes on which day a volunteer took a case: the second would say of a copied database whose case it is. */
export const noteTook = write(
  `UPDATE mediator_profiles SET took_at = @now, seen_at = max(seen_at, @now) WHERE account_id = @accountId`,
)

/** Gives a volunteer some quiet time, until the beginning of a day for the same reason. */
export const noteCooling = write(`UPDATE mediator_profiles SET cooling_until = @until WHERE account_id = @accountId`)

/** How many cases each of several people mediates now; `names` is a JSON list of fingerprints in hex. */
export const openMediations = many(
  z.object({ name: z.string(), count: z.int() }),
  `SELECT value AS name, (SELECT count(*) FROM mediation_members
     JOIN mediation_cases ON mediation_cases.id = case_id
     WHERE who = unhex(value) AND role IN ('mediator', 'co_mediator')
       AND state IN ('matching', 'opening', 'active', 'signing', 'follow_up')) AS count
   FROM json_each(@names)`,
)

/** Who of several people (fingerprints in hex) mediated for somebody before. */
export const mediatedBefore = many(
  z.object({ name: z.string() }),
  `SELECT value AS name FROM json_each(@names) WHERE EXISTS (SELECT 1 FROM mediation_members AS party
     JOIN mediation_members AS third ON third.case_id = party.case_id AND third.role IN ('mediator', 'co_mediator', 'past_mediator')
     WHERE party.who = @who AND party.role IN ('a', 'b') AND third.who = unhex(value) AND party.case_id <> @caseId)`,
)

/** Who wrote in the threads of several posts (a JSON list). */
export const authorsInThreads = many(
  z.object({ accountId: z.int() }),
  `SELECT DISTINCT account_id AS accountId FROM statuses WHERE reblog_of_id IS NULL AND thread_id IN
     (SELECT thread_id FROM statuses WHERE id IN (SELECT value FROM json_each(@ids)))`,
)
