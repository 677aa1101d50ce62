import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const theirs = z.object({ url: z.string().nullable(), host: z.string(), suspendedAt: z.int().nullable() })

/** Where a picture of a post is on its own server; `small` stands for what is no picture, or for a large one. */
export const mediaElsewhere = one(
  theirs.extend({
    kind: z.string(),
    small: z.string().nullable(),
    statusId: z.int().nullable(),
    file: z.string().nullable(),
    smallFile: z.string().nullable(),
    hiddenAt: z.int().nullable(),
  }),
  `SELECT media.remote_url AS url, media.remote_small_url AS small, media.kind, media.status_id AS statusId, media.file,
     media.small AS smallFile, remote_actors.host, accounts.suspended_at AS suspendedAt, statuses.hidden_at AS hiddenAt
   FROM media LEFT JOIN statuses ON statuses.id = media.status_id JOIN accounts ON accounts.id = media.account_id
   JOIN remote_actors ON remote_actors.account_id = media.account_id WHERE media.id = @id`,
)

/** Where the pictures of a person are. */
export const faceElsewhere = one(
  theirs.extend({ header: z.string().nullable() }),
  `SELECT avatar_url AS url, header_url AS header, host, accounts.suspended_at AS suspendedAt
   FROM remote_actors JOIN accounts ON accounts.id = remote_actors.account_id WHERE account_id = @id`,
)

/** Where an emoji is. */
export const emojiElsewhere = one(
  z.object({ url: z.string(), host: z.string() }),
  `SELECT url, host FROM remote_emojis WHERE id = @id`,
)

/** A picture from elsewhere as it is kept here, or since when it could not be had. */
export const keptFile = one(
  z.object({
    mark: z.string(),
    file: z.string().nullable(),
    small: z.string().nullable(),
    lookedAt: z.int(),
    failures: z.int(),
    tryAfter: z.int(),
  }),
  `SELECT mark, file, small, looked_at AS lookedAt, failures, try_after AS tryAfter FROM remote_files
   WHERE kind = @kind AND id = @id`,
)

/** Keeps a picture, or notes that it could not be had. */
export const putFile = write(
  `INSERT INTO remote_files (kind, id, mark, host, file, small, bytes, looked_at, failures, try_after)
   VALUES (@kind, @id, @mark, @host, @file, @small, @bytes, @now, @failures, @tryAfter)`,
)

/** Forgets what was kept; its files follow. */
export const dropFile = write(`DELETE FROM remote_files WHERE kind = @kind AND id = @id`)

/** Somebody looked at a picture. */
export const noteLook = write(`UPDATE remote_files SET looked_at = @now WHERE kind = @kind AND id = @id`)

/** What is known of a picture of a post once it was fetched; what its server said of its size stays. */
export const fillMedia = write(
  `UPDATE media SET file = @file, small = @small, bytes = @bytes, width = @width, height = @height,
     small_width = @smallWidth, small_height = @smallHeight, animated = @animated, sha256 = @hash,
     likeness = @likeness, flagged = @flagged,
     blurhash = CASE blurhash WHEN '' THEN @blurhash ELSE blurhash END
   WHERE id = @id AND file IS NULL`,
)

/** A picture of a post is fetched again when somebody looks at it. */
export const emptyMedia = write(`UPDATE media SET file = NULL, small = NULL WHERE id = @id AND remote_url IS NOT NULL`)

const old = z.object({
  kind: z.enum(['media', 'avatar', 'header', 'emoji']),
  id: z.int(),
  bytes: z.int(),
  statusId: z.int().nullable(),
})

/** The pictures that nobody has looked at for the longest time. */
export const longUnseen = many(
  old,
  `SELECT remote_files.kind, remote_files.id, remote_files.bytes, media.status_id AS statusId FROM remote_files
   LEFT JOIN media ON remote_files.kind = 'media' AND media.id = remote_files.id
   WHERE looked_at < @before ORDER BY looked_at LIMIT @most`,
)
