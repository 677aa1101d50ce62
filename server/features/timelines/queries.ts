import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

const cursor = z.object({ cursor: z.int() })

/** Whether what somebody posts comes home to a follower at all, and not only to a list of theirs. */
const inHome = `NOT EXISTS (SELECT 1 FROM list_accounts JOIN lists ON lists.id = list_accounts.list_id
       WHERE list_accounts.account_id = follows.target_id AND lists.account_id = follows.account_id
         AND lists.exclusive = 1)` as const

/**
 * Whether a post belongs into a follower's home, after Mastodon: an answer only where its reader follows both sides
 * (none where what it answers is not here), a
 * direct post only where its reader is mentioned, nothing that mentions whom the reader blocks, and only the languages
 * that the reader wants of this author.
 */
const belongs = `statuses.reblog_of_id IS NULL AND (statuses.in_reply_to_account_id IS NULL
       OR statuses.in_reply_to_account_id IN (statuses.account_id, follows.account_id)
       OR EXISTS (SELECT 1 FROM follows AS other
         WHERE other.account_id = follows.account_id AND other.target_id = statuses.in_reply_to_account_id))
     AND (statuses.visibility <> 'direct' OR EXISTS (SELECT 1 FROM mentions
         WHERE mentions.status_id = statuses.id AND mentions.account_id = follows.account_id))
     AND (follows.languages IS NULL OR statuses.language IS NULL
       OR statuses.language IN (SELECT value FROM json_each(follows.languages)))
     AND NOT EXISTS (SELECT 1 FROM remote_statuses
       WHERE remote_statuses.status_id = statuses.id AND parent_uri IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM mentions JOIN blocks
       ON blocks.account_id = follows.account_id AND blocks.target_id = mentions.account_id
       WHERE mentions.status_id = statuses.id)
     AND ${inHome}` as const

/** A member's home. */
export const homeOf = ranged(cursor, `SELECT status_id AS cursor FROM home_entries WHERE account_id = @me`, 'status_id')

/** Posts on the public timeline as members read it: those of this community (`local` 1), or those of other servers (0). */
export const listed = ranged(cursor, `SELECT id AS cursor FROM statuses WHERE listed = 1 AND local = @local`, 'id')

/** Those of this community without what stays within it, as visitors read them. */
export const openHere = ranged(
  cursor,
  `SELECT id AS cursor FROM statuses WHERE listed = 1 AND local = 1 AND local_only = 0`,
  'id',
)

/**
 * Public posts with a hashtag that have all of the hashtags `all` and none of `none` (JSON lists of ids), and so
 * many `pictures` at least; of this community (`local` 1), of other servers (0) or both (null).
 */
export const tagged = ranged(
  cursor,
  `SELECT status_tags.status_id AS cursor FROM status_tags JOIN statuses ON statuses.id = status_tags.status_id
   WHERE status_tags.tag_id = @tagId AND statuses.visibility = 'public' AND statuses.local_only <= @localOnly
     AND NOT EXISTS (SELECT 1 FROM hidden_accounts WHERE hidden_accounts.account_id = statuses.account_id)
     AND statuses.media_count >= @pictures AND statuses.local = coalesce(@local, statuses.local)
     AND NOT EXISTS (SELECT 1 FROM json_each(@all) WHERE NOT EXISTS (SELECT 1 FROM status_tags AS other
       WHERE other.tag_id = json_each.value AND other.status_id = status_tags.status_id))
     AND NOT EXISTS (SELECT 1 FROM json_each(@none) JOIN status_tags AS other
       ON other.tag_id = json_each.value AND other.status_id = status_tags.status_id)`,
  'status_tags.status_id',
)

/**
 * Public posts that have a page's card, by people who want to be found; of this community (`local` 1), of other servers
 * (0) or both (null).
 */
export const linking = ranged(
  cursor,
  `SELECT status_cards.status_id AS cursor FROM status_cards JOIN statuses ON statuses.id = status_cards.status_id
     JOIN accounts ON accounts.id = statuses.account_id AND accounts.discoverable = 1
   WHERE status_cards.card_id = @cardId AND statuses.visibility = 'public' AND statuses.local_only <= @localOnly
     AND NOT EXISTS (SELECT 1 FROM hidden_accounts WHERE hidden_accounts.account_id = statuses.account_id)
     AND statuses.local = coalesce(@local, statuses.local)`,
  'status_cards.status_id',
)

/** The same two with pictures alone. */
export const listedPictures = ranged(
  cursor,
  `SELECT id AS cursor FROM statuses WHERE listed = 1 AND local = @local AND media_count > 0`,
  'id',
)

/** Without what stays within the community. */
export const openPicturesHere = ranged(
  cursor,
  `SELECT id AS cursor FROM statuses WHERE listed = 1 AND local = 1 AND media_count > 0 AND local_only = 0`,
  'id',
)

/**
 * Somebody's posts, roughly as far as `me` may see them, so that pages are full: `own`, `follows` and `member` are 0 or
 * 1. Without `replies` no answers to others, here or not; without `boosts` none. Who sees what is decided by the policy,
 * after this.
 */
const asked = `(@own = 1 OR (visibility IN ('public', 'unlisted') AND local_only <= @member)
       OR (visibility = 'private' AND @follows = 1)
       OR EXISTS (SELECT 1 FROM mentions WHERE mentions.status_id = statuses.id AND mentions.account_id = @me))
     AND (@replies = 1 OR in_reply_to_account_id = account_id OR (in_reply_to_account_id IS NULL AND NOT EXISTS
       (SELECT 1 FROM remote_statuses JOIN accounts ON accounts.id = statuses.account_id
        WHERE remote_statuses.status_id = statuses.id AND parent_uri IS NOT NULL
          AND substr(parent_uri, 1, length(accounts.uri) + 1) <> accounts.uri || '/')))
     AND (@boosts = 1 OR reblog_of_id IS NULL)
     AND (@tagId IS NULL OR EXISTS (SELECT 1 FROM status_tags WHERE tag_id = @tagId AND status_id = statuses.id))` as const

/** Somebody's posts, newest or oldest first. */
export const postsOf = ranged(
  cursor,
  `SELECT id AS cursor FROM statuses WHERE account_id = @accountId AND ${asked}`,
  'id',
)

/** Those of them that have pictures. */
export const picturesOf = ranged(
  cursor,
  `SELECT id AS cursor FROM statuses WHERE account_id = @accountId AND media_count > 0 AND ${asked}`,
  'id',
)

/** What somebody pinned to the top of their profile. */
export const pinnedOf = ranged(
  cursor.extend({ statusId: z.int() }),
  `SELECT id AS cursor, status_id AS statusId FROM status_pins WHERE account_id = @accountId`,
  'id',
)

/** The last of the next `most` followers who live here, and how many they are. */
export const nextFollowers = one(
  z.object({ last: z.int().nullable(), count: z.int() }),
  `SELECT max(id) AS last, count(*) AS count FROM
     (SELECT follows.id FROM follows JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
      WHERE target_id = @accountId AND follows.id > @after ORDER BY follows.id LIMIT @most)`,
)

/** Puts a post into its author's own home. */
export const addToOwnHome = write(
  `INSERT INTO home_entries (account_id, status_id) SELECT id, @statusId FROM accounts
   WHERE id = @accountId AND domain IS NULL ON CONFLICT DO NOTHING`,
)

/** Puts a post into the homes of a stretch of its author's local followers, where it belongs. */
export const addToHomesOf = write(
  `INSERT INTO home_entries (account_id, status_id)
   SELECT follows.account_id, statuses.id FROM statuses
     JOIN follows ON follows.target_id = statuses.account_id AND follows.id > @after AND follows.id <= @last
     JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
   WHERE statuses.id = @statusId
     AND ${belongs}
   ON CONFLICT DO NOTHING`,
)

/**
 * Whether a boost belongs into the home of `reader`: not where the boosted post stands among the newest entries
 * already, by itself or by another boost.
 */
const isNew = <Reader extends string>(reader: Reader) =>
  `NOT EXISTS (SELECT 1 FROM home_entries AS shown WHERE shown.account_id = ${reader}
     AND (shown.status_id = statuses.reblog_of_id OR shown.status_id IN
       (SELECT id FROM statuses AS other WHERE other.reblog_of_id = statuses.reblog_of_id))
     AND shown.status_id > coalesce((SELECT status_id FROM home_entries WHERE account_id = ${reader}
       ORDER BY status_id DESC LIMIT 1 OFFSET @apart), 0))` as const

/** Puts a boost into the booster's own home. */
export const addBoostToOwnHome = write(
  `INSERT INTO home_entries (account_id, status_id) SELECT @accountId, id FROM statuses
   WHERE id = @statusId AND ${isNew('@accountId')}
     AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = @accountId AND domain IS NULL) ON CONFLICT DO NOTHING`,
)

/** Puts a boost into the homes of a stretch of the booster's local followers who want boosts, in their languages. */
export const addBoostToHomesOf = write(
  `INSERT INTO home_entries (account_id, status_id)
   SELECT follows.account_id, statuses.id FROM statuses
     JOIN follows ON follows.target_id = statuses.account_id AND follows.id > @after AND follows.id <= @last
     JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
   WHERE statuses.id = @statusId AND statuses.reblog_of_id IS NOT NULL AND follows.show_reblogs = 1
     AND (follows.languages IS NULL OR statuses.language IS NULL
       OR statuses.language IN (SELECT value FROM json_each(follows.languages)))
     AND ${inHome}
     AND ${isNew('follows.account_id')}
   ON CONFLICT DO NOTHING`,
)

/** Brings somebody's newest posts into the home of a new follower, where they belong. */
export const fillHomeFrom = write(
  `INSERT INTO home_entries (account_id, status_id)
   SELECT follows.account_id, statuses.id FROM follows JOIN statuses ON statuses.account_id = follows.target_id
     JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
   WHERE follows.account_id = @accountId AND follows.target_id = @targetId
     AND ${belongs}
   ORDER BY statuses.id DESC LIMIT @most
   ON CONFLICT DO NOTHING`,
)

/**
 * Brings what somebody boosted lately into the home of a new follower who wants boosts, where neither the boosted post
 * nor another boost of it stands.
 */
export const fillBoostsFrom = write(
  `INSERT INTO home_entries (account_id, status_id)
   SELECT follows.account_id, statuses.id FROM follows
     JOIN statuses ON statuses.account_id = follows.target_id AND statuses.reblog_of_id IS NOT NULL
     JOIN accounts ON accounts.id = follows.account_id AND accounts.domain IS NULL
   WHERE follows.account_id = @accountId AND follows.target_id = @targetId AND follows.show_reblogs = 1
     AND (follows.languages IS NULL OR statuses.language IS NULL
       OR statuses.language IN (SELECT value FROM json_each(follows.languages)))
     AND ${inHome}
     AND NOT EXISTS (SELECT 1 FROM home_entries AS shown
       WHERE shown.account_id = @accountId AND shown.status_id = statuses.reblog_of_id)
     AND NOT EXISTS (SELECT 1 FROM statuses AS other
       JOIN home_entries AS shown ON shown.account_id = @accountId AND shown.status_id = other.id
       WHERE other.reblog_of_id = statuses.reblog_of_id)
   ORDER BY statuses.id DESC LIMIT @most
   ON CONFLICT DO NOTHING`,
)

/** Puts a public post that answers nobody else into the homes of members who follow one of its hashtags. */
export const addToHomesByTags = write(
  `INSERT INTO home_entries (account_id, status_id)
   SELECT tag_follows.account_id, statuses.id FROM statuses
     JOIN status_tags ON status_tags.status_id = statuses.id
     JOIN tags ON tags.id = status_tags.tag_id
     JOIN tag_follows ON tag_follows.name = tags.name
   WHERE statuses.id = @statusId AND statuses.listed = 1
   ON CONFLICT DO NOTHING`,
)

/** Brings the newest public posts with a hashtag into the home of who follows it now. */
export const fillHomeFromTag = write(
  `INSERT INTO home_entries (account_id, status_id)
   SELECT @accountId, statuses.id FROM tags
     JOIN status_tags ON status_tags.tag_id = tags.id
     JOIN statuses ON statuses.id = status_tags.status_id
   WHERE tags.name = @name AND statuses.listed = 1 ORDER BY status_tags.status_id DESC LIMIT @most
   ON CONFLICT DO NOTHING`,
)

/** Takes posts with a hashtag out of a home, but for those that a follow or another hashtag brings there. */
export const removeTagFromHome = write(
  `DELETE FROM home_entries WHERE account_id = @accountId AND status_id IN
     (SELECT shown.status_id FROM tags JOIN home_entries AS shown ON shown.account_id = @accountId
        JOIN status_tags ON status_tags.tag_id = tags.id AND status_tags.status_id = shown.status_id
        JOIN statuses ON statuses.id = shown.status_id
      WHERE tags.name = @name AND statuses.account_id <> @accountId
        AND NOT EXISTS (SELECT 1 FROM follows
          WHERE follows.account_id = @accountId AND follows.target_id = statuses.account_id)
        AND NOT EXISTS (SELECT 1 FROM status_tags AS also JOIN tags AS other ON other.id = also.tag_id
          JOIN tag_follows ON tag_follows.name = other.name AND tag_follows.account_id = @accountId
          WHERE also.status_id = shown.status_id))`,
)

/** Takes somebody's posts out of a home. */
export const removeFromHome = write(
  `DELETE FROM home_entries WHERE account_id = @accountId AND status_id IN
     (SELECT home_entries.status_id FROM home_entries JOIN statuses ON statuses.id = home_entries.status_id
      WHERE home_entries.account_id = @accountId AND statuses.account_id = @targetId)`,
)

/** The next of those who have a home. */
export const membersAfter = many(
  z.object({ id: z.int() }),
  `SELECT account_id AS id FROM members WHERE account_id > @after ORDER BY account_id LIMIT @most`,
)

/** Takes the oldest entries out of a home that has more than `kept`. */
export const trimHome = write(
  `DELETE FROM home_entries WHERE account_id = @accountId AND status_id <=
     (SELECT status_id FROM home_entries WHERE account_id = @accountId ORDER BY status_id DESC LIMIT 1 OFFSET @kept)`,
)
