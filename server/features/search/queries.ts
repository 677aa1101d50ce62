import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const found = z.object({ id: z.int() })

/** Notes that what a post is found by has changed. */
export const markChanged = write(`INSERT INTO search_changes (status_id) VALUES (@statusId) ON CONFLICT DO NOTHING`)

/** Notes that what all public posts of somebody are found by has changed. */
export const markChangedOf = write(
  `INSERT INTO search_changes (status_id) SELECT id FROM statuses WHERE account_id = @accountId AND visibility = 'public'
   ON CONFLICT DO NOTHING`,
)

/** The next posts that the index has to be brought up to. */
export const nextChanged = many(
  found,
  `SELECT status_id AS id FROM search_changes WHERE status_id > @after ORDER BY status_id LIMIT @most`,
)

/** Posts as they are put into the index; `ids` is a JSON list. */
export const postsToIndex = many(
  z.object({
    id: z.int(),
    accountId: z.int(),
    text: z.string(),
    spoilerText: z.string(),
    warningTopics: z.string(),
    sensitive: z.int(),
    visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
    language: z.string().nullable(),
    isReply: z.int(),
    indexable: z.int(),
    hasPoll: z.int(),
    mediaCount: z.int(),
  }),
  `SELECT statuses.id, account_id AS accountId, text, spoiler_text AS spoilerText, warning_topics AS warningTopics,
     sensitive, visibility, language, in_reply_to_account_id IS NOT NULL AS isReply, indexable,
     EXISTS (SELECT 1 FROM polls WHERE status_id = statuses.id) AS hasPoll, media_count AS mediaCount
   FROM statuses JOIN accounts ON accounts.id = account_id
   WHERE statuses.id IN (SELECT value FROM json_each(@ids)) AND text <> ''`,
)

/** One of {@link postsToIndex}. */
export type PostToIndex = ReturnType<typeof postsToIndex>[number]

/** Who is named in posts or did something with them, beside their authors; `ids` is a JSON list. */
export const peopleAround = many(
  z.object({ statusId: z.int(), accountId: z.int() }),
  `SELECT status_id AS statusId, account_id AS accountId FROM mentions
     WHERE status_id IN (SELECT value FROM json_each(@ids))
   UNION SELECT in_reply_to_id, account_id FROM statuses
     WHERE in_reply_to_id IS NOT NULL AND in_reply_to_id IN (SELECT value FROM json_each(@ids))
   UNION SELECT reblog_of_id, account_id FROM statuses
     WHERE reblog_of_id IS NOT NULL AND reblog_of_id IN (SELECT value FROM json_each(@ids))
   UNION SELECT status_id, account_id FROM favourites WHERE status_id IN (SELECT value FROM json_each(@ids))
   UNION SELECT status_id, account_id FROM bookmarks WHERE status_id IN (SELECT value FROM json_each(@ids))`,
)

/** What polls ask and what is said of pictures, a row each; `ids` is a JSON list of posts. */
export const wordsBeside = many(
  z.object({ statusId: z.int().nullable(), words: z.string() }),
  `SELECT polls.status_id AS statusId, title AS words FROM polls JOIN poll_options ON poll_options.poll_id = polls.id
   WHERE polls.status_id IN (SELECT value FROM json_each(@ids))
   UNION ALL SELECT status_id, description FROM media
   WHERE status_id IS NOT NULL AND status_id IN (SELECT value FROM json_each(@ids))`,
)

/** What the index holds of posts; `ids` is a JSON list. */
export const indexed = many(
  z.object({ id: z.int(), words: z.string().nullable(), marks: z.string().nullable() }),
  `SELECT search_posts.rowid AS id, words, marks FROM json_each(@ids)
     JOIN search_posts ON search_posts.rowid = json_each.value`,
)

/** Puts a post into the index, or anew. */
export const putIntoIndex = write(
  `INSERT OR REPLACE INTO search_posts (rowid, words, marks) VALUES (CAST(@id AS INTEGER), @words, @marks)`,
)

/** Takes a post out of the index. */
export const takeFromIndex = write(`DELETE FROM search_posts WHERE rowid = CAST(@id AS INTEGER)`)

/** The index has been brought up to these posts (a JSON list). */
export const settleChanged = write(`DELETE FROM search_changes WHERE status_id IN (SELECT value FROM json_each(@ids))`)

/** The newest posts between two ids that match. */
export const postsMatching = many(
  found,
  `SELECT rowid AS id FROM search_posts WHERE search_posts MATCH @match
     AND rowid < CAST(@below AS INTEGER) AND rowid > CAST(@above AS INTEGER) ORDER BY rowid DESC LIMIT @most`,
)

/** People who match, visitors' only those who want to be found. */
export const peopleMatching = many(
  found,
  `SELECT accounts.id FROM search_people JOIN accounts ON accounts.id = search_people.rowid
   WHERE search_people MATCH @match AND joined_at IS NOT NULL AND suspended_at IS NULL AND limited_at IS NULL AND discoverable >= @discoverable
   LIMIT @most`,
)

/** People whose name or display name begins with a text in lower case; `end` is the text past all such. */
export const peopleBeginning = many(
  found,
  `SELECT id FROM (SELECT id FROM accounts WHERE username_key >= @start AND username_key < @end AND domain IS NULL
     AND joined_at IS NOT NULL AND suspended_at IS NULL AND limited_at IS NULL AND discoverable >= @discoverable
     ORDER BY username_key LIMIT @most)
   UNION SELECT id FROM (SELECT id FROM accounts WHERE display_key >= @start AND display_key < @end
     AND display_key <> '' AND joined_at IS NOT NULL AND suspended_at IS NULL AND limited_at IS NULL AND discoverable >= @discoverable
     ORDER BY display_key LIMIT @most)`,
)

/** Whom somebody named in their last posts. */
export const lastNamed = many(
  found,
  `SELECT DISTINCT account_id AS id FROM mentions
   WHERE status_id IN (SELECT id FROM statuses WHERE account_id = @me ORDER BY id DESC LIMIT @most)`,
)

/** Hashtags that begin with a text in their normal form and that public posts have. */
export const tagsBeginning = many(
  z.object({ id: z.int(), name: z.string(), display: z.string() }),
  `SELECT id, name, display FROM tags WHERE name >= @start AND name < @end
     AND EXISTS (SELECT 1 FROM status_tags JOIN statuses ON statuses.id = status_tags.status_id
       WHERE status_tags.tag_id = tags.id AND visibility = 'public' AND local_only <= @localOnly)
   ORDER BY name LIMIT @most`,
)

/** How often hashtags (a JSON list of ids) stood in public posts since one id, by the UTC days of the posts' ids. */
export const tagDays = many(
  z.object({ tagId: z.int(), day: z.int(), uses: z.int(), people: z.int() }),
  `SELECT status_tags.tag_id AS tagId, status_id / (2048 * 86400000) AS day, count(*) AS uses,
     count(DISTINCT account_id) AS people
   FROM status_tags JOIN statuses ON statuses.id = status_id
   WHERE status_tags.tag_id IN (SELECT value FROM json_each(@ids)) AND status_id > @since
     AND visibility = 'public' AND local_only <= @localOnly
   GROUP BY status_tags.tag_id, day`,
)

/** Whether anything waits to be brought into the index. */
export const anyChanged = one(found, `SELECT status_id AS id FROM search_changes WHERE status_id > 0 LIMIT 1`)

/** Somebody of another server by an address of theirs. */
export const remoteAccountAt = one(
  z.object({ id: z.int() }),
  `SELECT id FROM accounts WHERE uri = @address AND domain IS NOT NULL AND suspended_at IS NULL`,
)

/** A post of another server by its address, or that of its page. */
export const remoteStatusAt = one(
  z.object({ id: z.int() }),
  `SELECT id FROM statuses WHERE uri = @address AND reblog_of_id IS NULL
   UNION ALL SELECT id FROM statuses WHERE url = @address AND url IS NOT NULL LIMIT 1`,
)
