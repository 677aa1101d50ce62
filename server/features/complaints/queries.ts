import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `id, who, sealed, created_at AS createdAt, due_at AS dueAt, answered_at AS answeredAt` as const

const complaintRow = z.object({
  id: z.int(),
  who: z.instanceof(Buffer),
  sealed: z.instanceof(Buffer),
  createdAt: z.int(),
  dueAt: z.int(),
  answeredAt: z.int().nullable(),
})
/** A complaint about one who runs the community, sealed. */
export type ComplaintRow = z.infer<typeof complaintRow>

/** Keeps a complaint. */
export const insertComplaint = write(
  `INSERT INTO complaints (id, who, sealed, created_at, due_at, until) VALUES (@id, @who, @sealed, @now, @dueAt, @until)`,
)

/** Everything that was complained of, the newest first. */
export const newestComplaints = many(
  complaintRow,
  `SELECT ${columns} FROM complaints WHERE id > 0 ORDER BY id DESC LIMIT @most`,
)

/** What one person complained of. */
export const complaintsOf = many(
  complaintRow,
  `SELECT ${columns} FROM complaints WHERE who = @who ORDER BY id DESC LIMIT @most`,
)

/** One complaint. */
export const complaintById = one(complaintRow, `SELECT ${columns} FROM complaints WHERE id = @id`)

/** Keeps the answer with a complaint. */
export const answerRow = write(
  `UPDATE complaints SET sealed = @sealed, answered_at = @now, until = @until WHERE id = @id AND answered_at IS NULL`,
)

/** Forgets what was kept long enough. */
export const forgetComplaints = write(`DELETE FROM complaints WHERE until < @now`)

/** Forgets what one person complained of. */
export const forgetComplaintsOf = write(`DELETE FROM complaints WHERE who = @who`)

/** Everybody with one of two roles. */
export const peopleWith = many(
  z.object({ accountId: z.int() }),
  `SELECT DISTINCT roles.account_id AS accountId FROM roles JOIN accounts ON accounts.id = roles.account_id
   WHERE roles.role IN (SELECT value FROM json_each(@roles)) AND accounts.suspended_at IS NULL
   ORDER BY roles.account_id`,
)
