import { z } from 'zod'
import type { Db } from '../../db/open.ts'
import { many, one, write } from '../../db/sql.ts'

const visibility = z.enum(['public', 'unlisted', 'private', 'direct'])

const columns = `id, account_id AS accountId, thread_id AS threadId, in_reply_to_id AS inReplyToId,
  in_reply_to_account_id AS inReplyToAccountId, text, spoiler_text AS spoilerText, warning_topics AS warningTopics,
  sensitive, visibility, local_only AS localOnly, language, app_id AS appId, replies_count AS repliesCount,
  reblog_of_id AS reblogOfId, created_at AS createdAt, edited_at AS editedAt,
  quote_policy AS quotePolicy, uri, url, html, emojis, hidden_at AS hiddenAt,
  (SELECT json_object('words', words, 'topics', json(topics), 'rule', rule) FROM moderator_cw
    WHERE moderator_cw.status_id = statuses.id) AS addedWarning` as const

const statusRow = z.object({
  id: z.int(),
  accountId: z.int(),
  threadId: z.int(),
  inReplyToId: z.int().nullable(),
  inReplyToAccountId: z.int().nullable(),
  text: z.string(),
  spoilerText: z.string(),
  /** A JSON list of the topics' slugs. */
  warningTopics: z.string(),
  sensitive: z.int(),
  visibility,
  localOnly: z.int(),
  language: z.string().nullable(),
  appId: z.int().nullable(),
  repliesCount: z.int(),
  /** What a boost boosts; a boost has no words of its own. */
  reblogOfId: z.int().nullable(),
  createdAt: z.int(),
  /** When its words last changed. */
  editedAt: z.int().nullable(),
  quotePolicy: z.enum(['public', 'followers', 'nobody']),
  /** Its address on its own server, and that of its page there; null for our posts. */
  uri: z.string().nullable(),
  url: z.string().nullable(),
  /** The sanitised words of a post from elsewhere, whose plain ones are `text`; null for our posts. */
  html: z.string().nullable(),
  /** A JSON list of {id, shortcode, url}. */
  emojis: z.string().nullable(),
  /** When moderators hid it, and the warning that they put beside it, as JSON. */
  hiddenAt: z.int().nullable(),
  addedWarning: z.string().nullable(),
})
/** A post as stored; times in ms, the text as it was written. */
export type StatusRow = z.infer<typeof statusRow>

/** One post, whoever may see it. */
export const statusById = one(statusRow, `SELECT ${columns} FROM statuses WHERE id = @id`)

const told = new WeakMap<object, StatusRow>()

/** The new post of an event, read once for all who react to it, of whom none changes it. */
export function postTold(db: Db, event: { statusId: number }): StatusRow | undefined {
  const row = told.get(event) ?? statusById(db, { id: event.statusId })
  if (row) told.set(event, row)
  return row
}

/** Several posts, in no order; `ids` is a JSON list. */
export const statusesByIds = many(
  statusRow,
  `SELECT ${columns} FROM statuses WHERE id IN (SELECT value FROM json_each(@ids))`,
)

/** What can change of posts after they were posted; `ids` is a JSON list. */
export const currentOf = many(
  z.object({
    id: z.int(),
    inReplyToId: z.int().nullable(),
    repliesCount: z.int(),
    reblogsCount: z.int(),
    favouritesCount: z.int(),
    quotesCount: z.int(),
    hasPoll: z.int(),
    hasQuote: z.int(),
  }),
  `SELECT id, in_reply_to_id AS inReplyToId, replies_count AS repliesCount, reblogs_count AS reblogsCount,
     favourites_count AS favouritesCount, quotes_count AS quotesCount,
     EXISTS (SELECT 1 FROM polls WHERE polls.status_id = statuses.id) AS hasPoll,
     EXISTS (SELECT 1 FROM quotes WHERE quotes.status_id = statuses.id) AS hasQuote
   FROM statuses WHERE id IN (SELECT value FROM json_each(@ids))`,
)

/** What somebody did with several posts, a row for each; `ids` is a JSON list. */
export const deedsOf = many(
  z.object({ id: z.int(), favourited: z.int(), reblogged: z.int(), bookmarked: z.int(), pinned: z.int() }),
  `SELECT CAST(value AS INTEGER) AS id,
     EXISTS (SELECT 1 FROM favourites WHERE account_id = @me AND status_id = value) AS favourited,
     EXISTS (SELECT 1 FROM statuses WHERE reblog_of_id = value AND account_id = @me) AS reblogged,
     EXISTS (SELECT 1 FROM bookmarks WHERE account_id = @me AND status_id = value) AS bookmarked,
     EXISTS (SELECT 1 FROM status_pins WHERE status_id = value) AS pinned
   FROM json_each(@ids)`,
)

/** Whom several posts mention; `ids` is a JSON list. Who is `silent` (1) was named by an earlier version alone. */
export const mentionsOf = many(
  z.object({
    statusId: z.int(),
    accountId: z.int(),
    silent: z.int(),
    username: z.string(),
    domain: z.string().nullable(),
    /** Their address and that of their page elsewhere; null for people here. */
    uri: z.string().nullable(),
    url: z.string().nullable(),
  }),
  `SELECT mentions.status_id AS statusId, mentions.account_id AS accountId, silent, accounts.username, accounts.domain,
     accounts.uri, remote_actors.url
   FROM mentions JOIN accounts ON accounts.id = mentions.account_id
     LEFT JOIN remote_actors ON remote_actors.account_id = mentions.account_id
   WHERE mentions.status_id IN (SELECT value FROM json_each(@ids))`,
)

/** Somebody whom a post mentions. */
export type MentionRow = ReturnType<typeof mentionsOf>[number]

/** The hashtags of several posts; `ids` is a JSON list. */
export const tagsOf = many(
  z.object({ statusId: z.int(), name: z.string() }),
  `SELECT status_tags.status_id AS statusId, tags.name
   FROM status_tags JOIN tags ON tags.id = status_tags.tag_id
   WHERE status_tags.status_id IN (SELECT value FROM json_each(@ids))`,
)

/** A hashtag of a post. */
export type TagRow = ReturnType<typeof tagsOf>[number]

/** The programs that posts were written with; `ids` is a JSON list. */
export const appsOf = many(
  z.object({ id: z.int(), name: z.string(), website: z.string().nullable() }),
  `SELECT id, name, website FROM apps WHERE id IN (SELECT value FROM json_each(@ids))`,
)

/** The posts above one, the nearest first. */
export const ancestorsOf = many(
  z.object({ id: z.int() }),
  `WITH RECURSIVE above (id, parent, depth) AS (
     SELECT id, in_reply_to_id, 0 FROM statuses WHERE id = @id
     UNION ALL SELECT statuses.id, statuses.in_reply_to_id, above.depth + 1
       FROM above JOIN statuses ON statuses.id = above.parent WHERE above.depth < @most)
   SELECT id FROM above WHERE depth > 0 ORDER BY depth`,
)

/** The posts below one, thread by thread, the oldest answer first. */
export const descendantsOf = many(
  z.object({ id: z.int() }),
  `WITH RECURSIVE below (id, depth) AS (
     SELECT id, 1 FROM statuses WHERE in_reply_to_id = @id
     UNION ALL SELECT statuses.id, below.depth + 1
       FROM below JOIN statuses ON statuses.in_reply_to_id = below.id WHERE below.depth < @depth
       ORDER BY 2 DESC, 1)
   SELECT id FROM below LIMIT @most`,
)

/** How many answers of a conversation are missing here as far as other servers say, and how many of its posts are theirs. */
export const missingIn = one(
  z.object({ missing: z.int().nullable(), theirs: z.int() }),
  `SELECT sum(max(0, coalesce(replies_total, 0) - replies_count)) AS missing, count(*) AS theirs FROM statuses
     JOIN remote_statuses ON remote_statuses.status_id = statuses.id WHERE thread_id = @threadId`,
)

/** Keeps a new post. */
export const insertStatus = write(
  `INSERT INTO statuses (id, account_id, local, thread_id, in_reply_to_id, in_reply_to_account_id, text, spoiler_text,
     warning_topics, sensitive, visibility, local_only, language, app_id, created_at, listed, quote_policy)
   VALUES (@id, @accountId, 1, @threadId, @inReplyToId, @inReplyToAccountId, @text, @spoilerText,
     @warningTopics, @sensitive, @visibility, @localOnly, @language, @appId, @createdAt, @listed, @quotePolicy)`,
)

/** Notes whom a post mentions. */
export const insertMention = write(
  `INSERT INTO mentions (status_id, account_id) VALUES (@statusId, @accountId) ON CONFLICT DO NOTHING`,
)

/** Takes a post away, and with it everything that hangs on it. */
export const removeStatus = write(`DELETE FROM statuses WHERE id = @id`)

/** Local people by the lower-case forms of their names; `keys` is a JSON list. */
export const peopleByNames = many(
  z.object({ id: z.int(), key: z.string() }),
  `SELECT id, username_key AS key FROM accounts WHERE domain IS NULL AND joined_at IS NOT NULL
     AND suspended_at IS NULL AND username_key IN (SELECT value FROM json_each(@keys))`,
)

/** People elsewhere whom somebody here has met, by name in lower case and domain; `handles` is a JSON list of both. */
export const peopleElsewhere = many(
  z.object({ id: z.int() }),
  `SELECT accounts.id FROM json_each(@handles) JOIN accounts
     ON accounts.domain = value ->> 1 AND accounts.username_key = value ->> 0 AND accounts.domain IS NOT NULL
   WHERE suspended_at IS NULL`,
)

/** The post that a key of an earlier request stands for. */
export const repeatedStatus = one(
  z.object({ statusId: z.int() }),
  `SELECT status_id AS statusId FROM idempotency
   WHERE account_id = @accountId AND key_hash = @key AND created_at > @since`,
)

/** Notes which post a request's key stands for. */
export const rememberKey = write(
  `INSERT INTO idempotency (account_id, key_hash, status_id, created_at) VALUES (@accountId, @key, @statusId, @now)
   ON CONFLICT (account_id, key_hash) DO UPDATE SET status_id = excluded.status_id, created_at = excluded.created_at`,
)

/** Forgets keys that are too old to be repeated. */
export const forgetKeys = write(`DELETE FROM idempotency WHERE created_at < @before`)

/** Some posts and boosts of somebody. */
export const someStatusesOf = many(
  z.object({ id: z.int(), reblogOfId: z.int().nullable() }),
  `SELECT id, reblog_of_id AS reblogOfId FROM statuses WHERE account_id = @accountId ORDER BY id LIMIT @most`,
)
