import { z } from 'zod'
import { many, one, write } from '../../../../db/sql.ts'
import { said, saidRow } from '../queries.ts'

const columns = `appeal_id AS appealId, ${said}` as const
const followRow = saidRow.extend({ appealId: z.int() })
/** What was said to the answer to an appeal, as stored. */
export type FollowRow = z.infer<typeof followRow>

/** What was said to the answer to one appeal; there is one at most. */
export const followOf = one(followRow, `SELECT ${columns} FROM appeal_followups WHERE appeal_id = @appealId`)

/** What waits for an answer. */
export const openFollows = many(
  followRow,
  `SELECT ${columns} FROM appeal_followups WHERE state = 'open' AND due_at > 0 ORDER BY due_at LIMIT @most`,
)

/** Whether something that was done waits for such an answer. */
export const openFollowOn = one(
  z.object({ id: z.int() }),
  `SELECT moderation_appeals.id FROM moderation_appeals JOIN appeal_followups ON appeal_id = moderation_appeals.id
   WHERE action_id = @actionId AND appeal_followups.state = 'open'`,
)

/** Keeps what is said; changes nothing where there was something. */
export const insertFollow = write(
  `INSERT INTO appeal_followups (appeal_id, content, created_at, due_at, state)
   VALUES (@appealId, @content, @now, @dueAt, 'open') ON CONFLICT DO NOTHING`,
)

/** Answers it; changes nothing where somebody was faster. */
export const answerFollow = write(
  `UPDATE appeal_followups SET state = @state, decided_by = @by, decided_at = @now, answer = @answer
   WHERE appeal_id = @appealId AND state = 'open'`,
)

/** The appeal that was refused is granted after all. */
export const grantAfterAll = write(`UPDATE moderation_appeals SET state = 'granted' WHERE id = @id`)
