import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

/** What a post said at a time, the oldest first. */
export const versionsOf = many(
  z.object({
    text: z.string(),
    html: z.string().nullable(),
    spoilerText: z.string(),
    warningTopics: z.string(),
    sensitive: z.int(),
    language: z.string().nullable(),
    media: z.string(),
    poll: z.string().nullable(),
    createdAt: z.int(),
  }),
  `SELECT text, html, spoiler_text AS spoilerText, warning_topics AS warningTopics, sensitive, language, media, poll,
     created_at AS createdAt FROM status_edits WHERE status_id = @statusId ORDER BY id`,
)

/** How many versions of a post are kept: none before its first edit. */
export const countVersions = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM status_edits WHERE status_id = @statusId`,
)

/** Keeps what a post says now as one of its versions. */
export const keepVersion = write(
  `INSERT INTO status_edits (id, status_id, text, html, spoiler_text, warning_topics, sensitive, language, media, poll,
     created_at)
   SELECT @id, id, text, html, spoiler_text, warning_topics, sensitive, language,
     (SELECT json_group_array(json_object('id', media.id, 'description', description, 'focusX', focus_x, 'focusY', focus_y,
         'width', width, 'height', height) ORDER BY position)
       FROM media WHERE media.status_id = statuses.id),
     (SELECT json_group_array(title ORDER BY position) FROM polls JOIN poll_options ON poll_options.poll_id = polls.id
       WHERE polls.status_id = statuses.id GROUP BY polls.id),
     coalesce(edited_at, created_at) FROM statuses WHERE id = @statusId`,
)

/** Gives a post other words. */
export const rewriteStatus = write(
  `UPDATE statuses SET text = @text, spoiler_text = @spoilerText, warning_topics = @warningTopics,
     sensitive = @sensitive, language = @language, edited_at = @now WHERE id = @id`,
)

/** Notes whether somebody is named by a post, or was by an earlier version alone. */
export const setSilent = write(
  `UPDATE mentions SET silent = @silent WHERE status_id = @statusId AND account_id = @accountId`,
)

/** Takes all hashtags off a post. */
export const untagStatus = write(`DELETE FROM status_tags WHERE status_id = @statusId`)

const pictureThen = z.object({
  id: z.int(),
  description: z.string(),
  focusX: z.number(),
  focusY: z.number(),
  width: z.int(),
  height: z.int(),
})
/** A picture as a version of a post had it. */
export type PictureThen = z.infer<typeof pictureThen>

/** The pictures that were noted with a version (a JSON list). */
export const readPictures = (json: string): PictureThen[] => z.array(pictureThen).parse(JSON.parse(json))
