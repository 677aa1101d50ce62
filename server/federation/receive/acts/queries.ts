import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

/** Somebody here who can be followed and spoken to. */
export const localAccount = one(
  z.object({ id: z.int(), locked: z.int() }),
  `SELECT id, locked FROM accounts WHERE id = @id AND domain IS NULL AND joined_at IS NOT NULL AND suspended_at IS NULL`,
)

/** Somebody elsewhere follows somebody here. */
export const putFollowFrom = write(
  `INSERT INTO follows (id, account_id, target_id, created_at, uri) VALUES (@id, @accountId, @targetId, @now, @uri)
   ON CONFLICT (account_id, target_id) DO UPDATE SET uri = excluded.uri`,
)

/** Somebody elsewhere asks to follow somebody here. */
export const putRequestFrom = write(
  `INSERT INTO follow_requests (id, account_id, target_id, created_at, uri)
   VALUES (@id, @accountId, @targetId, @now, @uri)
   ON CONFLICT (account_id, target_id) DO UPDATE SET uri = excluded.uri`,
)

/** Whether somebody follows somebody. */
export const isFollowing = one(
  z.object({ id: z.int() }),
  `SELECT id FROM follows WHERE account_id = @accountId AND target_id = @targetId`,
)

/** Whether somebody asked to follow somebody. */
export const isAsking = one(
  z.object({ id: z.int() }),
  `SELECT id FROM follow_requests WHERE account_id = @accountId AND target_id = @targetId`,
)

/** What an activity of somebody made: whom they follow or ask to. */
export const followBy = one(
  z.object({ targetId: z.int() }),
  `SELECT target_id AS targetId FROM follows WHERE uri = @uri AND uri IS NOT NULL AND account_id = @accountId
   UNION ALL SELECT target_id FROM follow_requests WHERE uri = @uri AND uri IS NOT NULL AND account_id = @accountId`,
)

/** What an activity of somebody made: which post they favourited. */
export const favouriteBy = one(
  z.object({ statusId: z.int() }),
  `SELECT status_id AS statusId FROM favourites WHERE uri = @uri AND uri IS NOT NULL AND account_id = @accountId`,
)

/** What an activity of somebody made: whom they block. */
export const blockBy = one(
  z.object({ targetId: z.int() }),
  `SELECT target_id AS targetId FROM blocks WHERE uri = @uri AND uri IS NOT NULL AND account_id = @accountId`,
)

/** Somebody elsewhere favourites a post. */
export const putFavouriteFrom = write(
  `INSERT INTO favourites (id, account_id, status_id, created_at, uri) VALUES (@id, @accountId, @statusId, @now, @uri)
   ON CONFLICT DO NOTHING`,
)

/** Somebody elsewhere boosts a post. */
export const insertBoostFrom = write(
  `INSERT INTO statuses (id, uri, account_id, local, thread_id, text, visibility, local_only, language, created_at,
     reblog_of_id)
   SELECT @id, @uri, @accountId, 0, thread_id, '', @visibility, local_only, language, @now, id
   FROM statuses WHERE id = @statusId`,
)

/** Somebody elsewhere blocks somebody here. */
export const putBlockFrom = write(
  `INSERT INTO blocks (id, account_id, target_id, created_at, uri) VALUES (@id, @accountId, @targetId, @now, @uri)
   ON CONFLICT (account_id, target_id) DO NOTHING`,
)

/** Forgets somebody of another server. */
export const forgetActor = write(`DELETE FROM accounts WHERE id = @id AND domain IS NOT NULL`)

/** Whether a post of ours (`private` 1 where it is for followers) was for anybody of a server. */
export const wasForServer = one(
  z.object({ found: z.int() }),
  `SELECT EXISTS (SELECT 1 FROM mentions JOIN remote_actors ON remote_actors.account_id = mentions.account_id
       WHERE mentions.status_id = @statusId AND host = @host)
     OR @private = 1 AND EXISTS (SELECT 1 FROM follows JOIN remote_actors ON remote_actors.account_id = follows.account_id
       WHERE follows.target_id = @accountId AND host = @host) AS found`,
)

/** Who here follows somebody elsewhere. */
export const followersHere = many(
  z.object({
    id: z.int(),
    accountId: z.int(),
    showReblogs: z.int(),
    notify: z.int(),
    languages: z.string().nullable(),
  }),
  `SELECT follows.id, follows.account_id AS accountId, show_reblogs AS showReblogs, notify, languages FROM follows
     JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
   WHERE follows.target_id = @targetId AND follows.id > @after ORDER BY follows.id LIMIT @most`,
)

/** Who here blocks somebody. */
export const blockersHere = many(
  z.object({ id: z.int(), accountId: z.int() }),
  `SELECT blocks.id, blocks.account_id AS accountId FROM blocks
     JOIN accounts ON accounts.id = blocks.account_id AND accounts.domain IS NULL
   WHERE blocks.target_id = @targetId AND blocks.id > @after ORDER BY blocks.id LIMIT @most`,
)

/** Who here mutes somebody. */
export const mutersHere = many(
  z.object({ id: z.int(), accountId: z.int(), notifications: z.int(), expiresAt: z.int().nullable() }),
  `SELECT id, account_id AS accountId, notifications, expires_at AS expiresAt FROM mutes
   WHERE target_id = @targetId AND id > @after ORDER BY id LIMIT @most`,
)

/** Who here noted something about somebody, by their own numbers. */
export const notersHere = many(
  z.object({ id: z.int(), accountId: z.int() }),
  `SELECT account_id AS id, account_id AS accountId FROM account_notes
   WHERE target_id = @targetId AND account_id > @after ORDER BY account_id LIMIT @most`,
)

/** Who here follows somebody elsewhere, all of them. */
export const allFollowersHere = many(
  z.object({ accountId: z.int() }),
  `SELECT follows.account_id AS accountId FROM follows
     JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL WHERE follows.target_id = @targetId`,
)

/** Notes where somebody moved, once in a while. */
export const noteMoved = write(
  `UPDATE remote_actors SET moved_to = @uri, moved_at = @now
   WHERE account_id = @id AND coalesce(moved_at, 0) < @before`,
)

/** Whether one of us named an address as theirs too. */
export const isAliasHere = one(
  z.object({ accountId: z.int() }),
  `SELECT account_id AS accountId FROM aliases WHERE account_id = @accountId AND uri = @uri`,
)

/** What an address is also known as, elsewhere. */
export const aliasesOf = one(
  z.object({ alsoKnownAs: z.string() }),
  `SELECT also_known_as AS alsoKnownAs FROM remote_actors WHERE account_id = @id`,
)

/** The quotes that a word allowed, of posts of somebody. */
export const quotesApprovedBy = many(
  z.object({ statusId: z.int(), accountId: z.int(), local: z.int() }),
  `SELECT status_id AS statusId, statuses.account_id AS accountId, local FROM quotes
     JOIN statuses ON statuses.id = status_id
   WHERE approval_uri = @uri AND approval_uri IS NOT NULL AND quoted_account_id = @accountId`,
)

/** The quotes that have waited since before a time. */
export const quotesUnanswered = many(
  z.object({ statusId: z.int(), accountId: z.int(), local: z.int() }),
  `SELECT status_id AS statusId, statuses.account_id AS accountId, local FROM quotes
     JOIN statuses ON statuses.id = status_id
   WHERE state = 'pending' AND quotes.created_at < @before ORDER BY quotes.created_at LIMIT @most`,
)

/** A quote by a post of ours, of somebody elsewhere (`signer`), that waits for their word or has it. */
export const quoteAsked = one(
  z.object({ id: z.int(), accountId: z.int(), state: z.enum(['pending', 'accepted', 'rejected', 'revoked']) }),
  `SELECT statuses.id, statuses.account_id AS accountId, state FROM quotes JOIN statuses ON statuses.id = status_id
   WHERE status_id = @statusId AND statuses.uri IS NULL AND quoted_account_id = @signer`,
)

/** A quote may stand, by a word at an address. */
export const approveQuote = write(
  `UPDATE quotes SET state = 'accepted', approval_uri = @approval WHERE status_id = @statusId`,
)

/** A quote that waits or stands is taken back. */
export const endQuote = write(`UPDATE quotes SET state = @state WHERE status_id = @statusId`)
