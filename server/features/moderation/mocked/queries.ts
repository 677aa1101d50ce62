import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

const row = z.object({
  caseId: z.int(),
  accountId: z.int(),
  askedAt: z.int(),
  answer: z.enum(['proceed', 'leave']).nullable(),
})
const columns = `case_id AS caseId, mocked_asked.account_id AS accountId, asked_at AS askedAt, answer` as const

/** Who was asked in a case whether something should be done, and what they said. */
export const askedIn = many(
  row,
  `SELECT ${columns} FROM mocked_asked WHERE case_id = @caseId ORDER BY asked_at LIMIT 50`,
)

/** What somebody is asked, in cases that are open, and about which account. */
export const askedOf = many(
  row.extend({ targetId: z.int() }),
  `SELECT ${columns}, target_id AS targetId FROM mocked_asked
     JOIN moderation_cases ON moderation_cases.id = case_id AND state = 'open' AND target_id IS NOT NULL
   WHERE mocked_asked.account_id = @me ORDER BY asked_at LIMIT 50`,
)

/** Asks somebody; changes nothing where they were. */
export const insertAsked = write(
  `INSERT INTO mocked_asked (case_id, account_id, asked_by, asked_at) VALUES (@caseId, @accountId, @by, @now)
   ON CONFLICT DO NOTHING`,
)

/** Keeps what somebody said, as long as the case is open; they may say otherwise later. */
export const setAnswer = write(
  `UPDATE mocked_asked SET answer = @answer, answered_at = @now WHERE case_id = @caseId AND account_id = @me
     AND EXISTS (SELECT 1 FROM moderation_cases WHERE id = @caseId AND state = 'open')`,
)

/** A member by name. */
export const memberNamed = one(
  z.object({ id: z.int() }),
  `SELECT accounts.id FROM accounts JOIN members ON members.account_id = accounts.id
   WHERE username_key = @key AND domain IS NULL AND joined_at IS NOT NULL`,
)

/** Whether somebody reported in a case that it is about themselves. */
export const saidSo = one(
  z.object({ id: z.int() }),
  `SELECT id FROM reports WHERE case_id = @caseId AND about_self = 1 LIMIT 1`,
)
