import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one } from '../../db/sql.ts'

/** How people are named to other servers; `url` is their page where they live. `ids` by `list()`. */
export const peoplePlaces = many(
  z.object({
    id: z.int(),
    username: z.string(),
    domain: z.string().nullable(),
    uri: z.string().nullable(),
    url: z.string().nullable(),
  }),
  `SELECT accounts.id, username, domain, accounts.uri, remote_actors.url FROM accounts
   LEFT JOIN remote_actors ON remote_actors.account_id = accounts.id
   WHERE accounts.id IN (SELECT value FROM json_each(@ids))`,
)
/** One of {@link peoplePlaces}. */
export type PersonPlace = ReturnType<typeof peoplePlaces>[number]

/** How posts are named to other servers. `ids` by `list()`. */
export const postPlaces = many(
  z.object({
    id: z.int(),
    accountId: z.int(),
    uri: z.string().nullable(),
    url: z.string().nullable(),
    reblogOfId: z.int().nullable(),
    localOnly: z.int(),
  }),
  `SELECT id, account_id AS accountId, uri, url, reblog_of_id AS reblogOfId, local_only AS localOnly FROM statuses
   WHERE id IN (SELECT value FROM json_each(@ids))`,
)

/** Whether the quoted person's word stands beside a quote, and where; `ids` by `list()`. */
export const approvalsOf = many(
  z.object({
    statusId: z.int(),
    quotedId: z.int().nullable(),
    quotedUri: z.string().nullable(),
    approvalUri: z.string().nullable(),
    state: z.enum(['pending', 'accepted', 'rejected', 'revoked']),
  }),
  `SELECT status_id AS statusId, quoted_id AS quotedId, quoted_uri AS quotedUri, approval_uri AS approvalUri, state
   FROM quotes WHERE status_id IN (SELECT value FROM json_each(@ids))`,
)

/** Who stopped replying in some conversations (`ids` by `list()`, of their first posts), as two of them agreed. */
export const locksIn = many(
  z.object({ threadId: z.int(), accountId: z.int(), targetId: z.int() }),
  `SELECT thread_id AS threadId, account_id AS accountId, target_id AS targetId FROM truces
   WHERE thread_id IN (SELECT value FROM json_each(@ids)) AND thread_id IS NOT NULL AND kind = 'thread_lock'
     AND ends_at IS NOT NULL AND ends_at > @now`,
)

/** An approved quote of a post of ours. */
export const approvedQuote = one(
  z.object({ statusId: z.int(), quotedId: z.int() }),
  `SELECT quotes.status_id AS statusId, quotes.quoted_id AS quotedId FROM quotes
   WHERE quotes.status_id = @statusId AND quotes.quoted_account_id = @accountId
     AND quotes.quoted_id IS NOT NULL AND quotes.quoted_account_id IS NOT NULL AND quotes.state = 'accepted'`,
)

/** The answers to a post that are for everybody, the oldest first. */
export const openAnswers = ranged(
  z.object({ cursor: z.int() }),
  `SELECT id AS cursor FROM statuses WHERE in_reply_to_id = @id AND in_reply_to_id IS NOT NULL
     AND visibility IN ('public', 'unlisted') AND local_only = 0 AND hidden_at IS NULL`,
  'id',
)

/** How many answers for everybody some posts have (`ids` is a JSON list), where there are any. */
export const answerCounts = many(
  z.object({ id: z.int(), count: z.int() }),
  `SELECT in_reply_to_id AS id, count(*) AS count FROM statuses
   WHERE in_reply_to_id IS NOT NULL AND in_reply_to_id IN (SELECT value FROM json_each(@ids))
     AND visibility IN ('public', 'unlisted') AND local_only = 0 AND hidden_at IS NULL
   GROUP BY in_reply_to_id`,
)

/** Whether an address stood for something that was deleted. */
export const tombstoneAt = one(z.object({ at: z.int() }), `SELECT at FROM tombstones WHERE uri = @uri AND actor = ''`)

/** The followers of somebody here who live at one host, for both sides to compare (FEP-8fcf). */
export const followersAt = many(
  z.object({ uri: z.string().nullable() }),
  `SELECT accounts.uri FROM follows JOIN remote_actors ON remote_actors.account_id = follows.account_id
     JOIN accounts ON accounts.id = follows.account_id
   WHERE follows.target_id = @accountId AND remote_actors.host = @host AND accounts.uri IS NOT NULL`,
)

/** What stands at the top of a profile, the latest first. */
export const pinned = many(
  z.object({ statusId: z.int() }),
  `SELECT status_id AS statusId FROM status_pins WHERE account_id = @accountId ORDER BY id DESC LIMIT @most`,
)

/** The other names of somebody here, elsewhere. */
export const aliasesOf = many(z.object({ uri: z.string() }), `SELECT uri FROM aliases WHERE account_id = @accountId`)

/** Where somebody here moved to. */
export const movedTo = one(
  z.object({ id: z.int(), uri: z.string().nullable() }),
  `SELECT accounts.id, accounts.uri FROM moves JOIN accounts ON accounts.id = moves.target_id
   WHERE moves.account_id = @accountId AND moves.ended_at IS NULL`,
)

/** A post of ours that may be quoted by everybody who was told so, and how the post that quotes it stands here. */
export const quotedAndQuoting = one(
  z.object({ quotedId: z.int(), state: z.string().nullable() }),
  `SELECT statuses.id AS quotedId, (SELECT quotes.state FROM statuses AS quoting
       JOIN quotes ON quotes.status_id = quoting.id WHERE quoting.uri = @quoting) AS state
   FROM statuses WHERE statuses.id = @quotedId AND statuses.account_id = @accountId AND statuses.local = 1
     AND statuses.local_only = 0`,
)

/** The server of somebody elsewhere. */
export const hostOfAccount = one(
  z.object({ host: z.string() }),
  `SELECT host FROM remote_actors WHERE account_id = @id`,
)
