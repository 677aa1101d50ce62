import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `id, account_id AS accountId, type, overwrite, created_at AS createdAt, finished_at AS finishedAt,
  (SELECT count(*) FROM import_rows WHERE import_id = imports.id) AS total,
  (SELECT count(*) FROM import_rows WHERE import_id = imports.id AND done = 0) AS waiting,
  (SELECT count(*) FROM import_rows WHERE import_id = imports.id AND problem IS NOT NULL) AS failed` as const
const row = z.object({
  id: z.int(),
  accountId: z.int(),
  type: z.enum(['following', 'blocking', 'muting', 'bookmarks', 'lists']),
  overwrite: z.int(),
  createdAt: z.int(),
  finishedAt: z.int().nullable(),
  total: z.int(),
  waiting: z.int(),
  failed: z.int(),
})
/** A list that somebody brings, and how far it is. */
export type ImportRow = z.infer<typeof row>

/** One import. */
export const importById = one(row, `SELECT ${columns} FROM imports WHERE id = @id`)

/** Somebody's imports, the newest first. */
export const importsOf = many(
  row,
  `SELECT ${columns} FROM imports WHERE account_id = @accountId ORDER BY id DESC LIMIT 20`,
)

/** An import of somebody that is not finished. */
export const unfinishedOf = one(
  z.object({ id: z.int() }),
  `SELECT id FROM imports WHERE account_id = @accountId AND finished_at IS NULL LIMIT 1`,
)

/** Begins an import. */
export const insertImport = write(
  `INSERT INTO imports (id, account_id, type, overwrite, created_at) VALUES (@id, @accountId, @type, @overwrite, @now)`,
)

/** Adds its rows; `rows` is a JSON list of texts. */
export const insertRows = write(
  `INSERT INTO import_rows (import_id, n, data) SELECT @importId, key, value FROM json_each(@rows)`,
)

/** The next rows that wait. */
export const waitingRows = many(
  z.object({ n: z.int(), data: z.string() }),
  `SELECT n, data FROM import_rows WHERE import_id = @importId AND done = 0 ORDER BY n LIMIT @most`,
)

/** All rows of an import. */
export const allRows = many(z.object({ data: z.string() }), `SELECT data FROM import_rows WHERE import_id = @importId`)

/** A row is done, with or without a problem. */
export const finishRow = write(
  `UPDATE import_rows SET done = 1, problem = @problem WHERE import_id = @importId AND n = @n`,
)

/** The rows that could not come, and why. */
export const failedRows = many(
  z.object({ data: z.string(), problem: z.string().nullable() }),
  `SELECT data, problem FROM import_rows WHERE import_id = @importId AND problem IS NOT NULL ORDER BY n LIMIT @most`,
)

/** An import is finished. */
export const finishImport = write(`UPDATE imports SET finished_at = @now WHERE id = @id AND finished_at IS NULL`)

/** Forgets one of somebody's imports; what came stays. */
export const deleteImport = write(`DELETE FROM imports WHERE id = @id AND account_id = @accountId`)

/** Forgets imports of long ago. */
export const deleteOldImports = write(`DELETE FROM imports WHERE created_at <= @until`)

/** Whom somebody follows, blocks or mutes, and the posts they bookmarked. */
export const followed = many(
  z.object({ id: z.int() }),
  `SELECT target_id AS id FROM follows WHERE account_id = @accountId`,
)
export const blocked = many(
  z.object({ id: z.int() }),
  `SELECT target_id AS id FROM blocks WHERE account_id = @accountId`,
)
export const muted = many(z.object({ id: z.int() }), `SELECT target_id AS id FROM mutes WHERE account_id = @accountId`)
export const bookmarked = many(
  z.object({ id: z.int() }),
  `SELECT status_id AS id FROM bookmarks WHERE account_id = @accountId`,
)
