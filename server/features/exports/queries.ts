import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const address = `accounts.username, accounts.domain` as const
const addressRow = { username: z.string(), domain: z.string().nullable() }

/** Whom somebody follows, and how. */
export const followsToExport = many(
  z.object({ ...addressRow, showReblogs: z.int(), notify: z.int(), languages: z.string().nullable() }),
  `SELECT ${address}, follows.show_reblogs AS showReblogs, follows.notify, follows.languages
   FROM follows JOIN accounts ON accounts.id = follows.target_id WHERE follows.account_id = @accountId ORDER BY follows.id`,
)

/** Whom somebody mutes. */
export const mutesToExport = many(
  z.object({ ...addressRow, notifications: z.int() }),
  `SELECT ${address}, mutes.notifications
   FROM mutes JOIN accounts ON accounts.id = mutes.target_id WHERE mutes.account_id = @accountId ORDER BY mutes.id`,
)

/** Whom somebody blocks. */
export const blocksToExport = many(
  z.object(addressRow),
  `SELECT ${address} FROM blocks JOIN accounts ON accounts.id = blocks.target_id
   WHERE blocks.account_id = @accountId ORDER BY blocks.id`,
)

/** Who is in which list of somebody. */
export const listsToExport = many(
  z.object({ ...addressRow, title: z.string() }),
  `SELECT lists.title, ${address} FROM lists JOIN list_accounts ON list_accounts.list_id = lists.id
     JOIN accounts ON accounts.id = list_accounts.account_id
   WHERE lists.account_id = @accountId ORDER BY lists.id, list_accounts.id`,
)

/** What somebody bookmarked. */
export const bookmarksToExport = many(
  z.object({ statusId: z.int() }),
  `SELECT status_id AS statusId FROM bookmarks WHERE account_id = @accountId ORDER BY id`,
)

const archive =
  `id, account_id AS accountId, file, bytes, created_at AS createdAt, expires_at AS expiresAt, failed` as const
const archiveRow = z.object({
  id: z.int(),
  accountId: z.int(),
  file: z.string().nullable(),
  bytes: z.int().nullable(),
  createdAt: z.int(),
  expiresAt: z.int(),
  failed: z.int(),
})
/** A member's posts in one file, or on the way to it. */
export type ArchiveRow = z.infer<typeof archiveRow>

/** Somebody's newest archive. */
export const newestArchive = one(
  archiveRow,
  `SELECT ${archive} FROM archives WHERE account_id = @accountId ORDER BY id DESC LIMIT 1`,
)

/** One archive. */
export const archiveById = one(archiveRow, `SELECT ${archive} FROM archives WHERE id = @id`)

/** Begins an archive. */
export const insertArchive = write(
  `INSERT INTO archives (id, account_id, created_at, expires_at) VALUES (@id, @accountId, @now, @expiresAt)`,
)

/** Notes the file of an archive that is ready. */
export const finishArchive = write(`UPDATE archives SET file = @file, bytes = @bytes, failed = 0 WHERE id = @id`)

/** Notes that an archive could not be made. */
export const failArchive = write(`UPDATE archives SET failed = 1 WHERE id = @id`)

/** Archives whose time is over. */
export const oldArchives = many(archiveRow, `SELECT ${archive} FROM archives WHERE expires_at <= @now LIMIT 100`)

/** Somebody's archives. */
export const archivesOf = many(archiveRow, `SELECT ${archive} FROM archives WHERE account_id = @accountId`)

/** Forgets an archive. */
export const deleteArchive = write(`DELETE FROM archives WHERE id = @id`)

/** Posts of somebody in the order in which they were written, without boosts. */
export const postsToExport = many(
  z.object({ id: z.int() }),
  `SELECT id FROM statuses WHERE account_id = @accountId AND id > @after AND reblog_of_id IS NULL ORDER BY id LIMIT @most`,
)
