import { z } from 'zod'
import { many, write } from '../../db/sql.ts'

const columns = `id, account_id AS accountId, action, subject, subject_id AS subjectId, label, detail,
  created_at AS createdAt` as const

const entryRow = z.object({
  id: z.int(),
  accountId: z.int().nullable(),
  action: z.string(),
  subject: z.string(),
  subjectId: z.int().nullable(),
  label: z.string(),
  detail: z.string(),
  createdAt: z.int(),
})
/** Something that one of those who run the community did; `detail` is JSON. */
export type EntryRow = z.infer<typeof entryRow>

/** Keeps what somebody did. */
export const insertEntry = write(
  `INSERT INTO staff_log (id, account_id, action, subject, subject_id, label, detail, created_at)
   VALUES (@id, @accountId, @action, @subject, @subjectId, @label, @detail, @now)`,
)

/** What was done below an id, newest first. */
export const newestEntries = many(
  entryRow,
  `SELECT ${columns} FROM staff_log WHERE id < @before ORDER BY id DESC LIMIT @limit`,
)

/** What one person did. */
export const entriesBy = many(
  entryRow,
  `SELECT ${columns} FROM staff_log WHERE account_id = @accountId AND account_id IS NOT NULL AND id < @before
   ORDER BY id DESC LIMIT @limit`,
)

/** What was done of one kind. */
export const entriesOf = many(
  entryRow,
  `SELECT ${columns} FROM staff_log WHERE action = @action AND id < @before ORDER BY id DESC LIMIT @limit`,
)

/** What was done about one person or thing. */
export const entriesAbout = many(
  entryRow,
  `SELECT ${columns} FROM staff_log WHERE subject = @subject AND subject_id = @subjectId AND id < @before
   ORDER BY id DESC LIMIT @limit`,
)

/** Forgets what was done before a time. */
export const forgetEntries = write(`DELETE FROM staff_log WHERE created_at < @before`)
