import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { one, write } from '../../db/sql.ts'

const columns = `id AS cursor, kind, ref, created_at AS createdAt, read_at AS readAt` as const
const row = z.object({
  cursor: z.int(),
  kind: z.string(),
  ref: z.int(),
  createdAt: z.int(),
  readAt: z.int().nullable(),
})
/** A notice as stored; `cursor` is its id. */
export type NoticeRow = z.infer<typeof row>

/** What somebody was told. */
export const noticesOf = ranged(row, `SELECT ${columns} FROM notices WHERE account_id = @me`, 'id')

/** What somebody was told and has not put away. */
export const unreadNoticesOf = ranged(
  row,
  `SELECT ${columns} FROM notices WHERE account_id = @me AND read_at IS NULL`,
  'id',
)

/** How many notices somebody has not put away, counted up to `most`. */
export const countUnreadNotices = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM (SELECT id FROM notices WHERE account_id = @me AND read_at IS NULL LIMIT @most)`,
)

/** Whether somebody was told of something of one kind and has not put it away. */
export const unreadOfKind = one(
  z.object({ id: z.int() }),
  `SELECT id FROM notices WHERE account_id = @me AND kind = @kind AND read_at IS NULL LIMIT 1`,
)

/** The newest notice of one kind that somebody was given. */
export const noticeOfKind = one(
  z.object({ createdAt: z.int() }),
  `SELECT max(created_at) AS createdAt FROM notices WHERE account_id = @me AND kind = @kind HAVING count(*) > 0`,
)

/** One notice of somebody. */
export const noticeOf = one(row, `SELECT ${columns} FROM notices WHERE id = @id AND account_id = @me`)

/** Gives a notice; one of the same thing that is there already becomes new again. */
export const putNotice = write(
  `INSERT INTO notices (id, account_id, kind, ref, created_at) VALUES (@id, @accountId, @kind, @ref, @now)
   ON CONFLICT (account_id, kind, ref) DO UPDATE SET id = excluded.id, created_at = excluded.created_at, read_at = NULL`,
)

/** Takes a notice away, as if it had never been given. */
export const removeNotice = write(`DELETE FROM notices WHERE account_id = @accountId AND kind = @kind AND ref = @ref`)

/** Marks a notice as put away. */
export const markNoticeRead = write(
  `UPDATE notices SET read_at = coalesce(read_at, @now) WHERE id = @id AND account_id = @me`,
)

/** Takes notices away that were given until a time. */
export const forgetNotices = write(`DELETE FROM notices WHERE created_at <= @until`)
