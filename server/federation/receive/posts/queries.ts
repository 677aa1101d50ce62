import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

const known = z.object({
  id: z.int(),
  accountId: z.int(),
  local: z.int(),
  threadId: z.int(),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
  localOnly: z.int(),
  reblogOfId: z.int().nullable(),
  inReplyToAccountId: z.int().nullable(),
  createdAt: z.int(),
  editedAt: z.int().nullable(),
})
/** A post as far as receiving needs it. */
export type KnownStatus = z.infer<typeof known>

const columns = `id, account_id AS accountId, local, thread_id AS threadId, visibility, local_only AS localOnly,
  reblog_of_id AS reblogOfId, in_reply_to_account_id AS inReplyToAccountId, created_at AS createdAt,
  edited_at AS editedAt` as const

/** A post from elsewhere by its address there. */
export const statusByUri = one(known, `SELECT ${columns} FROM statuses WHERE uri = @uri`)

/** A post from elsewhere by the address of its page. */
export const statusByUrl = one(known, `SELECT ${columns} FROM statuses WHERE url = @url AND url IS NOT NULL`)

/** One of our posts. */
export const localStatus = one(
  known,
  `SELECT ${columns} FROM statuses WHERE id = @id AND local = 1 AND reblog_of_id IS NULL`,
)

/** The newest post of a conversation that its server gave a name. */
export const threadNamed = one(
  z.object({ threadId: z.int() }),
  `SELECT thread_id AS threadId FROM statuses WHERE conversation_uri = @uri AND conversation_uri IS NOT NULL
   ORDER BY id DESC LIMIT 1`,
)

/** Keeps a post from elsewhere. */
export const insertRemoteStatus = write(
  `INSERT INTO statuses (id, uri, url, account_id, local, thread_id, in_reply_to_id, in_reply_to_account_id, text, html,
     spoiler_text, warning_topics, sensitive, visibility, language, created_at, edited_at, listed, quote_policy,
     conversation_uri, emojis)
   VALUES (@id, @uri, @url, @accountId, 0, @threadId, @parentId, @parentAccountId, @text, @html, @spoilerText, @topics,
     @sensitive, @visibility, @language, @createdAt, @editedAt, @listed, @quotePolicy, @conversation, @emojis)`,
)

/** What an edit changes of a post from elsewhere. */
export const rewriteRemoteStatus = write(
  `UPDATE statuses SET text = @text, html = @html, spoiler_text = @spoilerText, warning_topics = @topics,
     sensitive = @sensitive, language = @language, edited_at = @editedAt, emojis = @emojis, url = @url,
     quote_policy = @quotePolicy WHERE id = @id`,
)

/** The words of a post from elsewhere as they are here. */
export const textOf = one(
  z.object({ html: z.string().nullable(), spoilerText: z.string() }),
  `SELECT html, spoiler_text AS spoilerText FROM statuses WHERE id = @id`,
)

/** Whether an id is taken. */
export const takenId = one(z.object({ id: z.int() }), `SELECT id FROM statuses WHERE id = @id`)

/** Notes what the server of a post says about it. */
export const putRemoteStatus = write(
  `INSERT INTO remote_statuses (status_id, parent_uri, replies_uri, replies_total, likes_total, shares_total, fetched_at)
   VALUES (@id, @parentUri, @repliesUri, @repliesTotal, @likesTotal, @sharesTotal, @now)
   ON CONFLICT (status_id) DO UPDATE SET replies_uri = coalesce(excluded.replies_uri, replies_uri),
     replies_total = coalesce(excluded.replies_total, replies_total),
     likes_total = coalesce(excluded.likes_total, likes_total),
     shares_total = coalesce(excluded.shares_total, shares_total), fetched_at = excluded.fetched_at`,
)

/** The posts that wait for what they answer. */
export const waitingFor = many(
  z.object({ id: z.int(), threadId: z.int(), visibility: z.string() }),
  `SELECT statuses.id, thread_id AS threadId, visibility FROM remote_statuses
     JOIN statuses ON statuses.id = status_id WHERE parent_uri = @uri AND parent_uri IS NOT NULL`,
)

/** What a post from elsewhere answers came here. */
export const setParent = write(
  `UPDATE statuses SET in_reply_to_id = @parentId, in_reply_to_account_id = @parentAccountId WHERE id = @id`,
)

/** It waits no longer. */
export const settleParent = write(`UPDATE remote_statuses SET parent_uri = NULL WHERE status_id = @id`)

/** Counts an answer that came before what it answers. */
export const countReply = write(`UPDATE statuses SET replies_count = replies_count + 1 WHERE id = @id`)

/** The posts of a conversation. */
export const idsInThread = many(
  z.object({ id: z.int() }),
  `SELECT id FROM statuses WHERE thread_id = @threadId LIMIT 1000`,
)

/** Two conversations turn out to be one. */
export const joinThreads = write(`UPDATE statuses SET thread_id = @threadId WHERE thread_id = @old`)

/** What two people agreed on about a conversation goes with it. */
export const joinLocks = write(
  `UPDATE truces SET thread_id = @threadId WHERE thread_id = @old AND thread_id IS NOT NULL`,
)

/** So do the mutes of who wants to hear nothing of it; before its posts, by which they are found. */
export const joinMutes = write(
  `UPDATE OR IGNORE thread_mutes SET thread_id = @threadId WHERE status_id IS NOT NULL
     AND status_id IN (SELECT id FROM statuses WHERE thread_id = @old)`,
)

/** And the talks for few people in it, likewise. */
export const joinTalks = write(
  `UPDATE OR IGNORE conversations SET thread_id = @threadId WHERE id IN
     (SELECT conversation_id FROM statuses JOIN conversation_statuses ON conversation_statuses.status_id = statuses.id
      WHERE statuses.thread_id = @old)`,
)

/** What a post waits for. */
export const parentWanted = one(
  z.object({ uri: z.string().nullable() }),
  `SELECT parent_uri AS uri FROM remote_statuses WHERE status_id = @id`,
)

/** Names somebody in a post; silent where the post is for them without saying so. */
export const nameSomebody = write(
  `INSERT INTO mentions (status_id, account_id, silent) VALUES (@statusId, @accountId, @silent) ON CONFLICT DO NOTHING`,
)

/** People by their addresses, ours by number and others' by address; both JSON lists. */
export const peopleAt = many(
  z.object({ id: z.int(), uri: z.string().nullable() }),
  `SELECT id, uri FROM accounts WHERE uri IN (SELECT value FROM json_each(@uris)) AND joined_at IS NOT NULL
   UNION ALL SELECT id, uri FROM accounts WHERE id IN (SELECT value FROM json_each(@ids)) AND domain IS NULL
     AND joined_at IS NOT NULL`,
)

/** Keeps where a picture of a post lies. */
export const insertRemoteMedia = write(
  `INSERT INTO media (id, account_id, status_id, position, kind, remote_url, remote_small_url, bytes, width, height,
     small_width, small_height, focus_x, focus_y, description, blurhash, created_at)
   VALUES (@id, @accountId, @statusId, @position, @kind, @url, @preview, 0, @width, @height, @smallWidth, @smallHeight,
     @focusX, @focusY, @description, @blurhash, @now)`,
)

/** The pictures of a post as they are kept. */
export const remoteMediaOf = many(
  z.object({ id: z.int(), url: z.string().nullable() }),
  `SELECT id, remote_url AS url FROM media WHERE status_id = @statusId AND status_id IS NOT NULL ORDER BY position`,
)

/** What is said about a picture, and where it stands. */
export const describeRemoteMedia = write(
  `UPDATE media SET description = @description, focus_x = @focusX, focus_y = @focusY, position = @position
   WHERE id = @id`,
)

/** Keeps a poll from elsewhere. */
export const insertRemotePoll = write(
  `INSERT INTO polls (id, status_id, multiple, hide_totals, voters_count, expires_at)
   VALUES (@id, @statusId, @multiple, 0, @voters, @expiresAt)`,
)

/** What its server says of a poll now. */
export const updateRemotePoll = write(
  `UPDATE polls SET multiple = @multiple, voters_count = @voters, expires_at = @expiresAt WHERE id = @id`,
)

/** Keeps an option with its votes. */
export const putRemoteOption = write(
  `INSERT INTO poll_options (poll_id, position, title, votes_count) VALUES (@pollId, @position, @title, @votes)
   ON CONFLICT (poll_id, position) DO UPDATE SET title = excluded.title, votes_count = excluded.votes_count`,
)

/** Keeps what a post from elsewhere quotes. */
export const putRemoteQuote = write(
  `INSERT INTO quotes (status_id, quoted_id, quoted_account_id, state, created_at, quoted_uri, approval_uri)
   VALUES (@statusId, @quotedId, @quotedAccountId, @state, @now, @quotedUri, @approvalUri)
   ON CONFLICT (status_id) DO UPDATE SET quoted_id = excluded.quoted_id, state = excluded.state,
     quoted_account_id = excluded.quoted_account_id, approval_uri = coalesce(excluded.approval_uri, approval_uri)`,
)

/** The quotes that wait for a post. */
export const quotesWaiting = many(
  z.object({ statusId: z.int() }),
  `SELECT status_id AS statusId FROM quotes WHERE quoted_uri = @uri AND quoted_uri IS NOT NULL AND quoted_id IS NULL`,
)

/** Where the answers to a post are listed. */
export const repliesOf = one(
  z.object({ uri: z.string().nullable() }),
  `SELECT replies_uri AS uri FROM remote_statuses WHERE status_id = @id`,
)

/** How many answers the server of a post says there are. */
export const setRepliesTotal = write(`UPDATE remote_statuses SET replies_total = @total WHERE status_id = @id`)

/** Notes that the answers to a post were fetched. */
export const noteRepliesFetched = write(`UPDATE remote_statuses SET replies_fetched_at = @now WHERE status_id = @id`)

/** Whether somebody here has to do with what an actor of another server posts. */
export const isFollowedHere = one(
  z.object({ found: z.int() }),
  `SELECT EXISTS (SELECT 1 FROM follows JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
     WHERE follows.target_id = @id) AS found`,
)

/** Whether one of `ids` (a JSON list) is a member who shuts out neither somebody nor their server. */
export const isOpenTo = one(
  z.object({ found: z.int() }),
  `SELECT EXISTS (SELECT 1 FROM json_each(@ids) JOIN accounts ON accounts.id = json_each.value
     AND accounts.domain IS NULL AND accounts.joined_at IS NOT NULL AND accounts.suspended_at IS NULL
   WHERE NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = accounts.id AND target_id = @sender)
     AND NOT EXISTS (SELECT 1 FROM accounts AS senders JOIN domain_blocks ON domain_blocks.domain = senders.domain
       WHERE senders.id = @sender AND domain_blocks.account_id = accounts.id)) AS found`,
)

/** A quote that waits for the quoted person's word. */
export const quoteWaiting = one(
  z.object({
    uri: z.string().nullable(),
    quotedUri: z.string().nullable(),
    approvalUri: z.string().nullable(),
    state: z.string(),
  }),
  `SELECT uri, quoted_uri AS quotedUri, approval_uri AS approvalUri, state FROM quotes
     JOIN statuses ON statuses.id = status_id WHERE status_id = @statusId`,
)

/** Keeps what the server of a post said, in place of what it said before. */
export const putDocument = write(
  `INSERT INTO status_documents (status_id, document, signed, heard_at) VALUES (@statusId, @document, @signed, @now)
   ON CONFLICT (status_id) DO UPDATE SET document = excluded.document, signed = excluded.signed, heard_at = excluded.heard_at`,
)
