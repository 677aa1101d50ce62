import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

const follow = z.object({
  targetId: z.int(),
  showReblogs: z.int(),
  notify: z.int(),
  /** A JSON list of language codes, or null for all. */
  languages: z.string().nullable(),
})

/** Whom of `ids` (a JSON list) somebody follows, and how. */
export const followsOf = many(
  follow.extend({ endorsed: z.int() }),
  `SELECT target_id AS targetId, show_reblogs AS showReblogs, notify, languages,
     EXISTS (SELECT 1 FROM endorsements WHERE account_id = @me AND endorsements.target_id = follows.target_id) AS endorsed
   FROM follows WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))`,
)

/** Whom of `ids` somebody asked to follow, and how. */
export const requestsOf = many(
  follow,
  `SELECT target_id AS targetId, show_reblogs AS showReblogs, notify, languages FROM follow_requests
   WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))`,
)

/** Who of `ids` asked to follow somebody. */
export const requestsTo = many(
  z.object({ accountId: z.int() }),
  `SELECT account_id AS accountId FROM follow_requests
   WHERE target_id = @me AND account_id IN (SELECT value FROM json_each(@ids))`,
)

/** Whom of `ids` somebody mutes now. */
export const mutesOf = many(
  z.object({ targetId: z.int(), notifications: z.int(), expiresAt: z.int().nullable() }),
  `SELECT target_id AS targetId, notifications, expires_at AS expiresAt FROM mutes
   WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))
     AND coalesce(expires_at, @now + 1) > @now`,
)

/** Begins to follow, or changes how. */
export const putFollow = write(
  `INSERT INTO follows (id, account_id, target_id, show_reblogs, notify, languages, created_at)
   VALUES (@id, @accountId, @targetId, @showReblogs, @notify, @languages, @now)
   ON CONFLICT (account_id, target_id) DO UPDATE SET show_reblogs = excluded.show_reblogs, notify = excluded.notify,
     languages = excluded.languages`,
)

/** Asks to follow, or changes how. */
export const putRequest = write(
  `INSERT INTO follow_requests (id, account_id, target_id, show_reblogs, notify, languages, created_at)
   VALUES (@id, @accountId, @targetId, @showReblogs, @notify, @languages, @now)
   ON CONFLICT (account_id, target_id) DO UPDATE SET show_reblogs = excluded.show_reblogs, notify = excluded.notify,
     languages = excluded.languages`,
)

/** One request to follow. */
export const requestOf = one(
  z.object({ showReblogs: z.int(), notify: z.int(), languages: z.string().nullable() }),
  `SELECT show_reblogs AS showReblogs, notify, languages FROM follow_requests
   WHERE account_id = @accountId AND target_id = @targetId`,
)

/** The activity with which somebody elsewhere began to follow, or asked to. */
export const followUri = one(
  z.object({ uri: z.string().nullable() }),
  `SELECT uri FROM follows WHERE account_id = @accountId AND target_id = @targetId
   UNION ALL SELECT uri FROM follow_requests WHERE account_id = @accountId AND target_id = @targetId LIMIT 1`,
)

/** Notes by which activity somebody follows. */
export const nameFollow = write(`UPDATE follows SET uri = @uri WHERE account_id = @accountId AND target_id = @targetId`)

/** Ends a follow. */
export const removeFollow = write(`DELETE FROM follows WHERE account_id = @accountId AND target_id = @targetId`)

/** Takes a request to follow away. */
export const removeRequest = write(
  `DELETE FROM follow_requests WHERE account_id = @accountId AND target_id = @targetId`,
)

/** Blocks. */
export const putBlock = write(
  `INSERT INTO blocks (id, account_id, target_id, created_at) VALUES (@id, @accountId, @targetId, @now)
   ON CONFLICT (account_id, target_id) DO NOTHING`,
)

/** Ends a block. */
export const removeBlock = write(`DELETE FROM blocks WHERE account_id = @accountId AND target_id = @targetId`)

/** Mutes, or changes how. */
export const putMute = write(
  `INSERT INTO mutes (id, account_id, target_id, notifications, expires_at, created_at)
   VALUES (@id, @accountId, @targetId, @notifications, @expiresAt, @now)
   ON CONFLICT (account_id, target_id) DO UPDATE SET notifications = excluded.notifications, expires_at = excluded.expires_at`,
)

/** Ends a mute. */
export const removeMute = write(`DELETE FROM mutes WHERE account_id = @accountId AND target_id = @targetId`)

/** Ends a mute that lasts until just then. */
export const removeMuteUntil = write(
  `DELETE FROM mutes WHERE account_id = @accountId AND target_id = @targetId AND expires_at = @expiresAt`,
)

const row = z.object({ cursor: z.int(), accountId: z.int() })

/** Who follows somebody. */
export const followersOf = ranged(
  row,
  `SELECT id AS cursor, account_id AS accountId FROM follows WHERE target_id = @accountId`,
  'id',
)

/** Whom somebody follows. */
export const followingOf = ranged(
  row,
  `SELECT id AS cursor, target_id AS accountId FROM follows WHERE account_id = @accountId`,
  'id',
)

/** Who asked to follow somebody. */
export const askersOf = ranged(
  row,
  `SELECT id AS cursor, account_id AS accountId FROM follow_requests WHERE target_id = @accountId`,
  'id',
)

/** Whom somebody blocks. */
export const blockedBy = ranged(
  row,
  `SELECT id AS cursor, target_id AS accountId FROM blocks WHERE account_id = @accountId`,
  'id',
)

/** Whom somebody mutes now. */
export const mutedBy = ranged(
  row.extend({ expiresAt: z.int().nullable() }),
  `SELECT id AS cursor, target_id AS accountId, expires_at AS expiresAt FROM mutes WHERE account_id = @accountId
     AND coalesce(expires_at, @now + 1) > @now`,
  'id',
)

/** How many wait for an answer to their request. */
export const countRequests = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM follow_requests WHERE target_id = @accountId`,
)

/** Takes away mutes whose time is over. */
export const forgetMutes = write(`DELETE FROM mutes WHERE expires_at <= @now`)

/** What somebody noted about some of `ids` (a JSON list); sealed. */
export const notesOf = many(
  z.object({ targetId: z.int(), note: z.instanceof(Buffer) }),
  `SELECT target_id AS targetId, note FROM account_notes
   WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))`,
)

/** Keeps a note. */
export const putNote = write(
  `INSERT INTO account_notes (account_id, target_id, note) VALUES (@accountId, @targetId, @note)
   ON CONFLICT (account_id, target_id) DO UPDATE SET note = excluded.note`,
)

/** Takes a note away. */
export const removeNote = write(`DELETE FROM account_notes WHERE account_id = @accountId AND target_id = @targetId`)

/** Which of those whom `me` follows follow some of `ids` (a JSON list), where neither side keeps that to themselves. */
export const familiarFollowers = many(
  z.object({ targetId: z.int(), followerId: z.int() }),
  `SELECT theirs.target_id AS targetId, theirs.account_id AS followerId
   FROM json_each(@ids) JOIN accounts AS targets ON targets.id = json_each.value AND targets.hide_collections = 0
   CROSS JOIN follows AS mine ON mine.account_id = @me
   JOIN follows AS theirs ON theirs.account_id = mine.target_id AND theirs.target_id = targets.id
   JOIN accounts AS people ON people.id = theirs.account_id
     AND people.hide_collections = 0 AND people.suspended_at IS NULL
   WHERE targets.id <> @me ORDER BY theirs.id DESC LIMIT @most`,
)
