import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `id, account_id AS accountId, status_id AS statusId, kind, file, small, remote_url AS remoteUrl,
  remote_small_url AS remoteSmallUrl, width, height,
  small_width AS smallWidth, small_height AS smallHeight, animated, focus_x AS focusX, focus_y AS focusY, description,
  blurhash` as const

const mediaRow = z.object({
  id: z.int(),
  accountId: z.int(),
  statusId: z.int().nullable(),
  kind: z.enum(['image', 'gifv', 'video', 'audio', 'unknown']),
  /** Null until somebody looked at a picture from elsewhere, as is `small`. */
  file: z.string().nullable(),
  small: z.string().nullable(),
  remoteUrl: z.string().nullable(),
  remoteSmallUrl: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  smallWidth: z.int(),
  smallHeight: z.int(),
  animated: z.int(),
  focusX: z.number(),
  focusY: z.number(),
  description: z.string(),
  blurhash: z.string(),
})
/** A picture as stored. */
export type MediaRow = z.infer<typeof mediaRow>

/** Keeps a new picture that is in no post yet. */
export const insertMedia = write(
  `INSERT INTO media (id, account_id, loose_since, file, small, bytes, width, height, small_width, small_height, animated,
     focus_x, focus_y, description, blurhash, sha256, likeness, flagged, created_at)
   VALUES (@id, @accountId, @now, @file, @small, @bytes, @width, @height, @smallWidth, @smallHeight, @animated,
     @focusX, @focusY, @description, @blurhash, @hash, @likeness, @flagged, @now)`,
)

/** One picture, whoever uploaded it. */
export const mediaById = one(mediaRow, `SELECT ${columns} FROM media WHERE id = @id`)

/** Pictures by their ids, in a post or not; `ids` is a JSON list. */
export const mediaByIds = many(mediaRow, `SELECT ${columns} FROM media WHERE id IN (SELECT value FROM json_each(@ids))`)

/** The pictures of several posts, in their order within each; `ids` is a JSON list. */
export const mediaOf = many(
  mediaRow,
  `SELECT ${columns} FROM media WHERE status_id IS NOT NULL AND status_id IN (SELECT value FROM json_each(@ids))
   ORDER BY status_id, position`,
)

/** Changes what is said about a picture, and the point to keep in view. */
export const describeMedia = write(
  `UPDATE media SET description = @description, focus_x = @focusX, focus_y = @focusY WHERE id = @id`,
)

/** Puts a picture into a post at a place. */
export const attachMedia = write(
  `UPDATE media SET status_id = @statusId, position = @position, loose_since = NULL, withdrawn = 0 WHERE id = @id`,
)

/**
 * Takes the pictures of a post out of it that are not among `kept` (a JSON list of ids); they wait to be posted anew, and
 * until then nobody but their author can open them.
 */
export const loosenMedia = write(
  `UPDATE media SET status_id = NULL, loose_since = @now, withdrawn = 1
   WHERE status_id = @statusId AND id NOT IN (SELECT value FROM json_each(@kept))`,
)

/** Forgets a picture; its files follow. */
export const removeMedia = write(`DELETE FROM media WHERE id = @id`)

/** Forgets pictures that have been in no post since before a time, and wait for none. */
export const removeLoose = write(
  `DELETE FROM media WHERE loose_since < @before
     AND NOT EXISTS (SELECT 1 FROM scheduled_media WHERE media_id = media.id)`,
)

/** The bytes of pictures that somebody added since a time. */
export const bytesSince = one(
  z.object({ bytes: z.int() }),
  `SELECT coalesce(sum(bytes), 0) AS bytes FROM media WHERE account_id = @accountId AND created_at > @since`,
)

/**
 * How a file may be shown: `open` to everybody (also what is no post's picture), `kept` where only some may see its
 * post or it is in none, `own` to its author alone once it was taken out of its post, `gone` once it was taken away or its
 * author is suspended.
 */
export const standingOf = one(
  z.object({ standing: z.enum(['open', 'kept', 'own', 'gone']) }),
  `SELECT coalesce(
     (SELECT CASE WHEN accounts.suspended_at IS NOT NULL THEN 'gone' WHEN media.withdrawn = 1 OR statuses.hidden_at IS NOT NULL THEN 'own'
        WHEN statuses.visibility IN ('public', 'unlisted') AND statuses.local_only = 0 THEN 'open' ELSE 'kept' END
      FROM media JOIN accounts ON accounts.id = media.account_id LEFT JOIN statuses ON statuses.id = media.status_id
      WHERE media.file = @file OR media.small = @file),
     (SELECT 'gone' FROM lost_files WHERE file = @file), 'open') AS standing`,
)

/** Whose picture a file is. */
export const ownerOf = one(
  z.object({ accountId: z.int() }),
  `SELECT account_id AS accountId FROM media WHERE file = @file OR small = @file`,
)

/** The next files to take off the disk. */
export const lostFiles = many(z.object({ file: z.string() }), `SELECT file FROM lost_files WHERE file > '' LIMIT @most`)

/** A file was taken off the disk. */
export const forgetLost = write(`DELETE FROM lost_files WHERE file = @file`)

/** The posts that hold the very same picture. */
export const postsWithFile = many(
  z.object({ statusId: z.int().nullable() }),
  `SELECT DISTINCT status_id AS statusId FROM media
   WHERE sha256 IS NOT NULL AND sha256 = @hash AND status_id IS NOT NULL AND status_id <> @but LIMIT 50`,
)

/** How the pictures of a post look, and whether the operator's scanner named them. */
export const looksOf = many(
  z.object({ id: z.int(), likeness: z.instanceof(Buffer).nullable(), flagged: z.int() }),
  `SELECT id, likeness, flagged FROM media WHERE status_id IS NOT NULL AND status_id = @statusId`,
)

/** How pictures that are in posts look, a stretch at a time; `statusId` is nobody's where it is in none. */
export const looksAfter = many(
  z.object({ id: z.int(), statusId: z.int().nullable(), likeness: z.instanceof(Buffer).nullable() }),
  `SELECT id, status_id AS statusId, likeness FROM media WHERE id > @after AND likeness IS NOT NULL
   ORDER BY id LIMIT @most`,
)

/** The next pictures here of which it was not worked out how they look, since they are from before that was done. */
export const unknownLooks = many(
  z.object({ id: z.int(), statusId: z.int().nullable(), file: z.string().nullable() }),
  `SELECT id, status_id AS statusId, file FROM media INDEXED BY media_without_likeness
   WHERE id > 0 AND likeness IS NULL AND file IS NOT NULL ORDER BY id LIMIT @most`,
)

/** Notes by what a picture is found again. */
export const noteLooks = write(`UPDATE media SET sha256 = @hash, likeness = @likeness WHERE id = @id`)
