import { z } from 'zod'
import { mediationStates } from '../../../shared/api/mediation.ts'
import { many, one, write } from '../../db/sql.ts'

const columns = `mediation_cases.id, code_name AS codeName, state, in_triage AS inTriage, opened_at AS openedAt,
  submitted_at AS submittedAt, version, folded` as const

const caseRow = z.object({
  id: z.int(),
  codeName: z.string(),
  state: z.enum(mediationStates),
  inTriage: z.int(),
  openedAt: z.int(),
  submittedAt: z.int().nullable(),
  version: z.int(),
  /** The case as JSON; see shared/mediation/case.ts. */
  folded: z.string(),
})
/** A case as stored. */
export type CaseRow = z.infer<typeof caseRow>

const memberRole = z.enum([
  'a',
  'b',
  'support_a',
  'support_b',
  'mediator',
  'co_mediator',
  'interpreter',
  'coordinator',
  'past_mediator',
])
/** A part in a case; past parts are kept, so that nobody comes back in another. */
export type MemberRole = z.infer<typeof memberRole>

/** One case. */
export const caseById = one(caseRow, `SELECT ${columns} FROM mediation_cases WHERE id = @id`)

/** The newest cases in which somebody has a part. */
export const casesOf = many(
  caseRow.extend({ role: memberRole }),
  `SELECT ${columns}, role FROM mediation_members JOIN mediation_cases ON mediation_cases.id = case_id
   WHERE who = @who ORDER BY case_id DESC LIMIT @most`,
)

/** The cases that are in one of `states` (a JSON list) in which somebody has a role, the oldest first. */
export const casesInStates = many(
  caseRow,
  `SELECT ${columns} FROM mediation_members JOIN mediation_cases ON mediation_cases.id = case_id
   WHERE who = @who AND role = @role AND state IN (SELECT value FROM json_each(@states)) ORDER BY case_id`,
)

/** Requests that wait for a person of the team, the oldest first. */
export const casesInTriage = many(
  caseRow,
  `SELECT ${columns} FROM mediation_cases WHERE in_triage = 1 ORDER BY submitted_at LIMIT @most`,
)

/** How many cases are in a state. */
export const countInState = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM mediation_cases WHERE state = @state`,
)

/** The ids of the cases in some states (a JSON list). */
export const idsInStates = many(
  z.object({ id: z.int() }),
  `SELECT id FROM mediation_cases WHERE state IN (SELECT value FROM json_each(@states))`,
)

/** Cases that were over by a time. */
export const closedUntil = many(
  z.object({ id: z.int() }),
  `SELECT id FROM mediation_cases WHERE closed_at <= @until AND closed_at IS NOT NULL ORDER BY closed_at LIMIT @most`,
)

/** Keeps a new case. */
export const insertCase = write(
  `INSERT INTO mediation_cases (id, code_name, state, track, in_triage, opened_at, version, folded)
   VALUES (@id, @codeName, @state, @track, 0, @openedAt, @version, @folded)`,
)

/** Brings a case's row up to its events. */
export const updateCase = write(
  `UPDATE mediation_cases SET state = @state, track = @track, in_triage = @inTriage, due_at = @dueAt,
     submitted_at = @submittedAt, closed_at = CASE WHEN @state = 'purged' THEN coalesce(closed_at, @closedAt) ELSE @closedAt END, version = @version, folded = @folded
   WHERE id = @id`,
)

/** Takes a case away with everything that hangs on it. */
export const deleteCase = write(`DELETE FROM mediation_cases WHERE id = @id`)

const eventRole = z.enum([
  'a',
  'b',
  'support_a',
  'support_b',
  'mediator',
  'co_mediator',
  'interpreter',
  'coordinator',
  'system',
])
const eventRow = z.object({
  seq: z.int(),
  at: z.int(),
  role: eventRole,
  verb: z.string(),
  data: z.string(),
  hash: z.instanceof(Buffer),
})
/** An event as stored. */
export type EventRow = z.infer<typeof eventRow>

/** Everything that happened in a case, in order. */
export const eventsOf = many(
  eventRow,
  `SELECT seq, at, role, verb, data, hash FROM mediation_events WHERE case_id = @caseId ORDER BY seq`,
)

/** The last thing that happened in a case. */
export const lastEventOf = one(
  z.object({ hash: z.instanceof(Buffer), at: z.int() }),
  `SELECT hash, at FROM mediation_events WHERE case_id = @caseId ORDER BY seq DESC LIMIT 1`,
)

/** Appends an event. */
export const insertEvent = write(
  `INSERT INTO mediation_events (case_id, seq, at, role, verb, data, hash)
   VALUES (@caseId, @seq, @at, @role, @verb, @data, @hash)`,
)

/** Gives somebody a part in a case. */
export const putMember = write(
  `INSERT INTO mediation_members (case_id, role, who, since) VALUES (@caseId, @role, @who, @now) ON CONFLICT DO NOTHING`,
)

/** Takes a part in a case away, whoever has it. */
export const removeMember = write(`DELETE FROM mediation_members WHERE case_id = @caseId AND role = @role`)

/** The parts that somebody has or had in a case. */
export const partsOf = many(
  z.object({ role: memberRole }),
  `SELECT role FROM mediation_members WHERE case_id = @caseId AND who = @who`,
)

/** Everybody with a part in a case. */
export const membersOf = many(
  z.object({ role: memberRole, who: z.instanceof(Buffer) }),
  `SELECT role, who FROM mediation_members WHERE case_id = @caseId`,
)

/** How many requests somebody sent since a time. */
export const requestsSince = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM mediation_members JOIN mediation_cases ON mediation_cases.id = case_id
   WHERE who = @who AND role = 'a' AND submitted_at > @since`,
)

/** How many different people asked about somebody since a time. */
export const peopleAskingAbout = one(
  z.object({ count: z.int() }),
  `SELECT count(DISTINCT askers.who) AS count FROM mediation_members AS asked
   JOIN mediation_cases ON mediation_cases.id = asked.case_id
   JOIN mediation_members AS askers ON askers.case_id = asked.case_id AND askers.role = 'a'
   WHERE asked.who = @who AND asked.role = 'b' AND submitted_at > @since`,
)

/** What is remembered of a pair. */
export const readCounter = one(
  z.object({ count: z.int() }),
  `SELECT count FROM pair_counters WHERE hmac = @hmac AND kind = @kind AND until > @now`,
)

/** Remembers something of a pair, anew where the time of an earlier one is over. */
export const addToCounter = write(
  `INSERT INTO pair_counters (hmac, kind, count, until) VALUES (@hmac, @kind, 1, @until)
   ON CONFLICT (hmac, kind) DO UPDATE SET
     count = CASE WHEN until > @now THEN count + 1 ELSE 1 END, until = excluded.until`,
)

/** Forgets of pairs what is over. */
export const forgetCounters = write(`DELETE FROM pair_counters WHERE until <= @now`)

/** In which of several cases (a JSON list) somebody has a part other than having looked at the request. */
export const otherPartsOf = many(
  z.object({ caseId: z.int() }),
  `SELECT case_id AS caseId FROM mediation_members
   WHERE who = @who AND role <> 'coordinator' AND case_id IN (SELECT value FROM json_each(@ids))`,
)
