import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

/** What an appeal has in common with what is said to its answer. */
export const said = `content, created_at AS createdAt, due_at AS dueAt, state, decided_by AS decidedBy,
  decided_at AS decidedAt, answer` as const
/** Its row. */
export const saidRow = z.object({
  content: z.instanceof(Buffer),
  createdAt: z.int(),
  dueAt: z.int(),
  state: z.enum(['open', 'granted', 'refused']),
  decidedBy: z.int().nullable(),
  decidedAt: z.int().nullable(),
  answer: z.instanceof(Buffer).nullable(),
})

const columns = `id, action_id AS actionId, ${said}` as const
const appealRow = saidRow.extend({ id: z.int(), actionId: z.int() })
/** An appeal as stored. */
export type AppealRow = z.infer<typeof appealRow>

/** The appeal against something that was done; there is one at most. */
export const appealOf = one(appealRow, `SELECT ${columns} FROM moderation_appeals WHERE action_id = @actionId`)

/** One appeal. */
export const appealById = one(appealRow, `SELECT ${columns} FROM moderation_appeals WHERE id = @id`)

/** The appeals against several things; `ids` is a JSON list. */
export const appealsOf = many(
  appealRow,
  `SELECT ${columns} FROM moderation_appeals WHERE action_id IN (SELECT value FROM json_each(@ids))`,
)

/** What waits for an answer. */
export const openAppeals = many(
  appealRow,
  `SELECT ${columns} FROM moderation_appeals WHERE state = 'open' AND due_at > 0
   ORDER BY due_at LIMIT @most`,
)

/** Keeps an appeal; changes nothing where there was one. */
export const insertAppeal = write(
  `INSERT INTO moderation_appeals (id, action_id, content, created_at, due_at, state)
   VALUES (@id, @actionId, @content, @now, @dueAt, 'open') ON CONFLICT DO NOTHING`,
)

/** Answers an appeal; changes nothing where somebody was faster. */
export const answerAppeal = write(
  `UPDATE moderation_appeals SET state = @state, decided_by = @by, decided_at = @now, answer = @answer
   WHERE id = @id AND state = 'open'`,
)

/** Keeps a link by the hash of its secret. */
export const insertLink = write(
  `INSERT INTO appeal_links (token_hash, action_id, expires_at) VALUES (@hash, @actionId, @expiresAt)`,
)

/** What a link is about. */
export const linkByHash = one(
  z.object({ actionId: z.int() }),
  `SELECT action_id AS actionId FROM appeal_links WHERE token_hash = @hash AND expires_at > @now`,
)

/** Forgets links that are too old. */
export const forgetLinks = write(`DELETE FROM appeal_links WHERE expires_at <= @now`)
