import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

/** Which of `origins` (a JSON list of addresses) somebody has brought along already. */
export const broughtAmong = many(
  z.object({ origin: z.string() }),
  `SELECT origin FROM brought_posts WHERE account_id = @accountId
     AND origin IN (SELECT value FROM json_each(@origins))`,
)

/** Notes that a post was brought along. */
export const putBrought = write(
  `INSERT INTO brought_posts (status_id, account_id, origin) VALUES (@statusId, @accountId, @origin)`,
)

/** Notes what belongs to it and is still in the archive, or why it cannot come. */
export const putFile = write(
  `INSERT INTO brought_files (account_id, path, status_id, position, description, focus_x, focus_y, problem)
   VALUES (@accountId, @path, @statusId, @position, @description, @focusX, @focusY, @problem)
   ON CONFLICT DO NOTHING`,
)

/** One of somebody's pictures that wait. */
export const waitingFile = one(
  z.object({
    statusId: z.int(),
    position: z.int(),
    description: z.string(),
    focusX: z.number(),
    focusY: z.number(),
    createdAt: z.int(),
  }),
  `SELECT status_id AS statusId, position, description, focus_x AS focusX, focus_y AS focusY,
     statuses.created_at AS createdAt
   FROM brought_files JOIN statuses ON statuses.id = status_id
   WHERE brought_files.account_id = @accountId AND path = @path AND problem IS NULL`,
)

/** Where the next ones lie that wait. */
export const waitingPaths = many(
  z.object({ path: z.string() }),
  `SELECT path FROM brought_files WHERE account_id = @accountId AND problem IS NULL ORDER BY path LIMIT @most`,
)

/** Why some cannot come, and when their posts were written. */
export const failedFiles = many(
  z.object({ path: z.string(), problem: z.string(), createdAt: z.int() }),
  `SELECT path, problem, statuses.created_at AS createdAt FROM brought_files JOIN statuses ON statuses.id = status_id
   WHERE brought_files.account_id = @accountId AND problem IS NOT NULL ORDER BY path LIMIT @most`,
)

/** How many wait, cannot come and came, and the bytes of those. */
export const countPictures = one(
  z.object({ waiting: z.int(), failed: z.int(), came: z.int(), bytes: z.int() }),
  `SELECT (SELECT count(*) FROM brought_files WHERE account_id = @accountId AND problem IS NULL) AS waiting,
     (SELECT count(*) FROM brought_files WHERE account_id = @accountId AND problem IS NOT NULL) AS failed,
     coalesce((SELECT came FROM brought_pictures WHERE account_id = @accountId), 0) AS came,
     coalesce((SELECT bytes FROM brought_pictures WHERE account_id = @accountId), 0) AS bytes`,
)

/** One came: it waits no more. */
export const dropFile = write(`DELETE FROM brought_files WHERE account_id = @accountId AND path = @path`)

/** Those that did not come stay in the archive for good. */
export const dropFiles = write(`DELETE FROM brought_files WHERE account_id = @accountId`)

/** One cannot come. */
export const failFile = write(
  `UPDATE brought_files SET problem = @problem WHERE account_id = @accountId AND path = @path AND problem IS NULL`,
)

/** Counts one that came. */
export const countCame = write(
  `INSERT INTO brought_pictures (account_id, came, bytes) VALUES (@accountId, 1, @bytes)
   ON CONFLICT (account_id) DO UPDATE SET came = came + 1, bytes = bytes + excluded.bytes`,
)
