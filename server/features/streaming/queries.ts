import { z } from 'zod'
import { many, one } from '../../db/sql.ts'

const reader = z.object({ id: z.int() })

/** Who of `ids` (a JSON list) has a post in their home. */
export const homesWith = many(
  reader,
  `SELECT account_id AS id FROM home_entries WHERE status_id = @statusId
     AND account_id IN (SELECT value FROM json_each(@ids))`,
)

/** The same among the followers of a stretch, whose homes are written later. */
export const laterHomesWith = many(
  reader,
  `SELECT home_entries.account_id AS id FROM home_entries
     JOIN follows ON follows.target_id = @accountId AND follows.account_id = home_entries.account_id
       AND follows.id > @after
   WHERE home_entries.status_id = @statusId AND home_entries.account_id IN (SELECT value FROM json_each(@ids))`,
)

/**
 * Whether a post stands in a public list, and whom it concerns. `shownId` is the post that is read, with a boost what it
 * boosts; `alone` says that no two readers can be sure to see the same.
 */
export const reachOf = one(
  z.object({
    authorId: z.int(),
    answersId: z.int().nullable(),
    shownId: z.int(),
    shownAuthorId: z.int(),
    threadId: z.int(),
    visibility: z.string(),
    listed: z.int(),
    local: z.int(),
    pictures: z.int(),
    warned: z.int(),
    alone: z.int(),
  }),
  `SELECT statuses.account_id AS authorId, shown.in_reply_to_account_id AS answersId, shown.id AS shownId,
     shown.account_id AS shownAuthorId, shown.thread_id AS threadId,
     CASE WHEN statuses.visibility = 'public' AND author.limited_at IS NOT NULL THEN 'unlisted'
       ELSE statuses.visibility END AS visibility,
     statuses.listed = 1 AND author.limited_at IS NULL AS listed,
     statuses.local, statuses.media_count AS pictures,
     shown.spoiler_text <> '' OR EXISTS (SELECT 1 FROM moderator_cw WHERE moderator_cw.status_id = shown.id) AS warned,
     shown.visibility = 'direct' OR EXISTS (SELECT 1 FROM quotes WHERE quotes.status_id = shown.id) AS alone
   FROM statuses JOIN statuses AS shown ON shown.id = coalesce(statuses.reblog_of_id, statuses.id)
     JOIN accounts AS author ON author.id = statuses.account_id
   WHERE statuses.id = @id`,
)

/** Whether a list is somebody's own. */
export const listOf = one(reader, `SELECT id FROM lists WHERE id = @id AND account_id = @me`)

/** Which lists of `ids` (a JSON list) a post stands in. */
export const listsWith = many(
  reader,
  `SELECT list_id AS id FROM list_entries WHERE status_id = @statusId
     AND list_id IN (SELECT value FROM json_each(@ids))`,
)

/** The newest posts of somebody. */
export const newestOf = many(
  reader,
  `SELECT id FROM statuses WHERE account_id = @accountId ORDER BY id DESC LIMIT @most`,
)

/** The newest posts of those of several servers (a JSON list) who wrote last. */
export const newestFrom = many(
  reader,
  `SELECT statuses.id FROM json_each((SELECT json_group_array(id) FROM (
     SELECT accounts.id FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
     WHERE accounts.suspended_at IS NULL AND accounts.last_status_at > @since
     ORDER BY accounts.last_status_at DESC LIMIT @most)))
   JOIN statuses ON statuses.id IN (SELECT newest.id FROM statuses AS newest WHERE newest.account_id = json_each.value
     ORDER BY newest.id DESC LIMIT @each)
   ORDER BY statuses.id DESC LIMIT @most`,
)

/** The hashtags of a post. */
export const tagNamesOf = many(
  z.object({ name: z.string() }),
  `SELECT tags.name FROM status_tags JOIN tags ON tags.id = status_tags.tag_id WHERE status_tags.status_id = @id`,
)

/**
 * How alike the readers `ids` see a post: those who alike follow its author, and that of what it boosts, see the
 * same, unless they are `special`, with something of their own between them and the post or its people.
 */
export const likenessOf = many(
  z.object({ id: z.int(), following: z.int(), followingShown: z.int(), special: z.int() }),
  `SELECT reader.id AS id,
     EXISTS (SELECT 1 FROM follows WHERE account_id = reader.id AND target_id = @authorId) AS following,
     EXISTS (SELECT 1 FROM follows WHERE account_id = reader.id AND target_id = @shownAuthorId) AS followingShown,
     @alone = 1
       OR EXISTS (SELECT 1 FROM filters WHERE account_id = reader.id)
       OR EXISTS (SELECT 1 FROM favourites WHERE account_id = reader.id AND status_id = @shownId)
       OR EXISTS (SELECT 1 FROM bookmarks WHERE account_id = reader.id AND status_id = @shownId)
       OR EXISTS (SELECT 1 FROM statuses WHERE reblog_of_id = @shownId AND account_id = reader.id)
       OR EXISTS (SELECT 1 FROM polls JOIN poll_votes ON poll_votes.poll_id = polls.id
         WHERE polls.status_id = @shownId AND poll_votes.account_id = reader.id)
       OR reader.id IN (SELECT value FROM json_each(@people))
       OR EXISTS (SELECT 1 FROM blocks WHERE account_id = reader.id
         AND target_id IN (SELECT value FROM json_each(@people)))
       OR EXISTS (SELECT 1 FROM blocks WHERE target_id = reader.id
         AND account_id IN (SELECT value FROM json_each(@people)))
       OR EXISTS (SELECT 1 FROM mutes WHERE account_id = reader.id
         AND target_id IN (SELECT value FROM json_each(@people)))
       -- whoever blocks a server for themselves hears nobody of it
       OR EXISTS (SELECT 1 FROM domain_blocks WHERE account_id = reader.id AND domain IN
         (SELECT domain FROM accounts WHERE accounts.id IN (SELECT value FROM json_each(@people))))
       OR EXISTS (SELECT 1 FROM truces WHERE account_id = reader.id
         AND target_id IN (SELECT value FROM json_each(@people)))
       OR EXISTS (SELECT 1 FROM truces WHERE target_id = reader.id
         AND account_id IN (SELECT value FROM json_each(@people)))
       OR EXISTS (SELECT 1 FROM thread_mutes WHERE account_id = reader.id AND thread_id = @threadId)
       OR (@warned = 1 AND (EXISTS (SELECT 1 FROM warning_defaults WHERE account_id = reader.id)
         OR EXISTS (SELECT 1 FROM warning_choices WHERE account_id = reader.id)
         OR EXISTS (SELECT 1 FROM warning_people WHERE account_id = reader.id))) AS special
   FROM json_each(@ids) JOIN accounts AS reader ON reader.id = json_each.value`,
)
