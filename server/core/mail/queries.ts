import { z } from 'zod'
import type { Db } from '../../db/open.ts'
import { list, many, one, write } from '../../db/sql.ts'

const mailColumns = `id, recipient, content, state, answer, attempts, created_at AS createdAt,
  settled_at AS settledAt` as const

const mailRow = z.object({
  id: z.int(),
  recipient: z.instanceof(Buffer),
  content: z.instanceof(Buffer),
  state: z.enum(['waiting', 'accepted', 'refused', 'file']),
  answer: z.string().nullable(),
  attempts: z.int(),
  createdAt: z.int(),
  settledAt: z.int().nullable(),
})
/** A mail as stored, its address and text sealed; `answer` is what the receiving server said last. */
export type MailRow = z.infer<typeof mailRow>

/** One mail. */
export const mailById = one(mailRow, `SELECT ${mailColumns} FROM mails WHERE id = @id`)

/** The newest mails to one address. */
export const mailsTo = many(
  mailRow,
  `SELECT ${mailColumns} FROM mails WHERE recipient_hash = @hash ORDER BY id DESC LIMIT @limit`,
)

/** The newest mails below an id. */
export const newestMails = many(
  mailRow,
  `SELECT ${mailColumns} FROM mails WHERE id < @before ORDER BY id DESC LIMIT @limit`,
)

const mailsIn = many(mailRow, `SELECT ${mailColumns} FROM mails WHERE id IN (SELECT value FROM json_each(@ids))`)

/** Several mails by their ids. */
export const mailsByIds = (db: Db, ids: readonly number[]): Map<number, MailRow> =>
  new Map(mailsIn(db, { ids: list(ids) }).map((mail) => [mail.id, mail]))

/** Adds a mail that waits to be sent. */
export const insertMail = write(
  `INSERT INTO mails (id, recipient, recipient_hash, content, state, created_at)
   VALUES (@id, @recipient, @hash, @content, 'waiting', @now)`,
)

/** Notes what became of one try to send a mail. */
export const noteTry = write(
  `UPDATE mails SET state = @state, answer = @answer, attempts = attempts + 1, settled_at = @settledAt
   WHERE id = @id AND state = 'waiting'`,
)

/** The mails that are old enough to be forgotten. */
export const mailsUntil = many(
  z.object({ id: z.int() }),
  `SELECT id FROM mails WHERE created_at <= @until ORDER BY created_at LIMIT @limit`,
)

const deleteIn = write(`DELETE FROM mails WHERE id IN (SELECT value FROM json_each(@ids))`)

/** Forgets mails. */
export const deleteMails = (db: Db, ids: readonly number[]) => deleteIn(db, { ids: list(ids) })
