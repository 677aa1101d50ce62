import { z } from 'zod'
import { mediationPhases, mediationStreams } from '../../../../shared/api/mediation.ts'
import { many, one, write } from '../../../db/sql.ts'

const messageRow = z.object({
  id: z.int(),
  stream: z.enum(mediationStreams),
  author: z.enum(['a', 'b', 'mediator']),
  textId: z.int(),
  state: z.enum(['offered', 'held', 'sent', 'unsent']),
  carriedFrom: z.int().nullable(),
  approvedAt: z.int().nullable(),
  mark: z.string().nullable(),
  /** Since when the interpreter may read it, and what they made of it. */
  interpretFrom: z.int().nullable(),
  interpretedId: z.int().nullable(),
  phase: z.enum(mediationPhases).nullable(),
  createdAt: z.int(),
})
/** A message as stored, without its words. */
export type MessageRow = z.infer<typeof messageRow>

/** Everything that was said in a case, the oldest first. */
export const messagesOf = many(
  messageRow,
  `SELECT id, stream, author_role AS author, text_id AS textId, state, carried_from AS carriedFrom,
     approved_at AS approvedAt, mark, interpret_from AS interpretFrom, interpreted_id AS interpretedId, phase,
     created_at AS createdAt
   FROM case_messages WHERE case_id = @caseId ORDER BY id`,
)

/** Keeps a message. */
export const insertMessage = write(
  `INSERT INTO case_messages (id, case_id, stream, author_role, text_id, state, carried_from, phase, created_at)
   VALUES (@id, @caseId, @stream, @author, @textId, @state, @carriedFrom, @phase, @now)`,
)

/** Changes whether a message is held, sent or taken back. */
export const setMessageState = write(`UPDATE case_messages SET state = @state WHERE id = @id`)

/** Gives a message another sealed text. */
export const setMessageText = write(`UPDATE case_messages SET text_id = @textId WHERE id = @id`)

/** Notes that the author said yes to these very words, or took that back. */
export const setApproved = write(`UPDATE case_messages SET approved_at = @at WHERE id = @id`)

/** Lets the interpreter read a message. */
export const giveToInterpreter = write(`UPDATE case_messages SET interpret_from = @now WHERE id = @id`)

/** Keeps what the interpreter made of a message. */
export const setInterpreted = write(`UPDATE case_messages SET interpreted_id = @textId WHERE id = @id`)

/** Notes how a listener marked a message. */
export const setMark = write(`UPDATE case_messages SET mark = @mark WHERE id = @id`)

/** Takes away what was said in some parts of a case (`streams`: a JSON list). */
export const deleteMessages = write(
  `DELETE FROM case_messages WHERE case_id = @caseId AND stream IN (SELECT value FROM json_each(@streams))`,
)

/** The newest private messages between two people that either wrote to the other. */
export const privateBetween = many(
  z.object({ id: z.int() }),
  `SELECT id FROM (SELECT statuses.id FROM mentions JOIN statuses ON statuses.id = mentions.status_id
     WHERE mentions.account_id = @me AND statuses.account_id = @other AND statuses.visibility = 'direct'
     UNION SELECT statuses.id FROM mentions JOIN statuses ON statuses.id = mentions.status_id
     WHERE mentions.account_id = @other AND statuses.account_id = @me AND statuses.visibility = 'direct')
   ORDER BY id DESC LIMIT @most`,
)

/** Which of these sealed texts (a JSON list) a message refers to that was not taken back. */
export const textsInMessages = many(
  z.object({ textId: z.int() }),
  `SELECT text_id AS textId FROM case_messages
     WHERE text_id IN (SELECT value FROM json_each(@ids)) AND state <> 'unsent'
   UNION SELECT interpreted_id FROM case_messages
     WHERE interpreted_id IN (SELECT value FROM json_each(@ids)) AND interpreted_id IS NOT NULL AND state <> 'unsent'`,
)

/** Keeps what one side said about how a mediator led a case, without words. */
export const insertFeedback = write(
  `INSERT INTO mediation_feedback (id, mediator, case_id, heard, safe, again, given_at)
   VALUES (@id, @mediator, @caseId, @heard, @safe, @again, @now)`,
)

/** What was said about a mediator, in sums. */
export const feedbackOf = one(
  z.object({
    cases: z.int(),
    answers: z.int(),
    heard: z.int().nullable(),
    safe: z.int().nullable(),
    again: z.int().nullable(),
  }),
  `SELECT count(DISTINCT case_id) AS cases, count(*) AS answers, sum(heard) AS heard, sum(safe) AS safe,
     sum(again) AS again
   FROM mediation_feedback WHERE mediator = @mediator`,
)

/** The sealed texts that some cases (a JSON list) have by name. */
export const textsInCases = many(
  z.object({ textId: z.int() }),
  `SELECT json_each.value AS textId FROM mediation_cases JOIN json_each(folded, '$.texts')
   WHERE mediation_cases.id IN (SELECT value FROM json_each(@caseIds))`,
)

/** Notes what became of a complaint, and by when it has to be answered. */
export const settleAlert = write(
  `UPDATE mediation_alerts SET sealed = @sealed, due_at = @dueAt, until = @until WHERE id = @id`,
)
