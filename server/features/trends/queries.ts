import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, write } from '../../db/sql.ts'

const counted = z.object({ ref: z.int(), people: z.int() })

/**
 * What of the newest posts counts: written here, for everybody, and for other servers too, not hidden, by nobody who is suspended or limited. What
 * was said under a warning of a sensitive kind, or one that stays out of what nobody chose to open, counts for nothing.
 */
const open = `statuses.id > @since AND statuses.local = 1 AND statuses.visibility = 'public' AND statuses.local_only = 0
  AND statuses.hidden_at IS NULL AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = statuses.account_id
    AND accounts.suspended_at IS NULL AND accounts.limited_at IS NULL)` as const

/** Hashtags of the newest posts that enough different people used. */
export const tagsInUse = many(
  counted,
  `SELECT status_tags.tag_id AS ref, count(DISTINCT statuses.account_id) AS people
   FROM statuses JOIN status_tags ON status_tags.status_id = statuses.id
   WHERE ${open} AND NOT EXISTS (SELECT 1 FROM json_each(statuses.warning_topics) JOIN warning_topics
       ON warning_topics.slug = json_each.value WHERE warning_topics.discreet = 1 OR warning_topics.kind = 'sensitive')
   GROUP BY status_tags.tag_id HAVING people >= @least ORDER BY people DESC LIMIT @most`,
)

/** The newest posts that enough people liked or passed on, by people who want to be found, without any warning. */
export const postsInUse = many(
  counted,
  `SELECT statuses.id AS ref, favourites_count + reblogs_count AS people
   FROM statuses JOIN accounts AS authors ON authors.id = statuses.account_id AND authors.discoverable = 1
   WHERE ${open} AND reblog_of_id IS NULL AND in_reply_to_id IS NULL AND spoiler_text = '' AND sensitive = 0
     AND favourites_count + reblogs_count >= @least
   ORDER BY people DESC LIMIT @most`,
)

/** Pages that enough different people linked to in their newest posts, without any warning. */
export const linksInUse = many(
  counted,
  `SELECT status_cards.card_id AS ref, count(DISTINCT statuses.account_id) AS people
   FROM statuses JOIN status_cards ON status_cards.status_id = statuses.id AND status_cards.card_id IS NOT NULL
   JOIN cards ON cards.id = status_cards.card_id AND cards.title <> ''
   WHERE ${open} AND spoiler_text = '' AND sensitive = 0
   GROUP BY status_cards.card_id HAVING people >= @least ORDER BY people DESC LIMIT @most`,
)

/** Forgets what was counted before. */
export const clearTrends = write(`DELETE FROM trends WHERE kind = @kind`)

/** Keeps what was counted. */
export const putTrend = write(`INSERT INTO trends (kind, ref, score, days) VALUES (@kind, @ref, @score, '[]')`)

const reviewed = { cursor: z.int(), name: z.string(), allowed: z.int().nullable() }

/** Hashtags in use, the most used first, and what was said of each: 1 to show it, 0 not to, null nothing. */
export const trendingTags = many(
  z.object({ ...reviewed, display: z.string() }),
  `SELECT tags.id AS cursor, tags.name, tags.display, trend_reviews.allowed
   FROM trends JOIN tags ON tags.id = trends.ref
   LEFT JOIN trend_reviews ON trend_reviews.kind = 'tag' AND trend_reviews.name = tags.name
   WHERE trends.kind = 'tag' ORDER BY trends.score DESC, trends.ref DESC`,
)

/** Posts in use, as above. */
export const trendingPosts = many(
  z.object(reviewed),
  `SELECT statuses.id AS cursor, CAST(statuses.id AS TEXT) AS name, trend_reviews.allowed
   FROM trends JOIN statuses ON statuses.id = trends.ref
   LEFT JOIN trend_reviews ON trend_reviews.kind = 'status' AND trend_reviews.name = CAST(statuses.id AS TEXT)
   WHERE trends.kind = 'status' ORDER BY trends.score DESC, trends.ref DESC`,
)

// the address was written by a parser: after the host comes a slash
const afterScheme = `substr(cards.url, instr(cards.url, '://') + 3)` as const
const hostOfCard = `substr(${afterScheme}, 1, instr(${afterScheme} || '/', '/') - 1)` as const

/**
 * Pages in use, as above, each with one of its posts, by which its card is found. What was said of a page counts before
 * what was said of who publishes it.
 */
export const trendingLinks = many(
  z.object({
    ...reviewed,
    statusId: z.int(),
    people: z.number(),
    publisher: z.string(),
    publisherAllowed: z.int().nullable(),
    publisherReviewedAt: z.int().nullable(),
  }),
  `SELECT cards.id AS cursor, cards.url AS name, coalesce(trend_reviews.allowed, publishers.allowed) AS allowed,
     trends.score AS people, ${hostOfCard} AS publisher, publishers.allowed AS publisherAllowed,
     publishers.reviewed_at AS publisherReviewedAt,
     (SELECT max(status_id) FROM status_cards WHERE card_id = cards.id) AS statusId
   FROM trends JOIN cards ON cards.id = trends.ref
   LEFT JOIN trend_reviews ON trend_reviews.kind = 'link' AND trend_reviews.name = cards.url
   LEFT JOIN trend_reviews AS publishers ON publishers.kind = 'publisher' AND publishers.name = ${hostOfCard}
   WHERE trends.kind = 'link' ORDER BY trends.score DESC, trends.ref DESC`,
)

/** Keeps what was said of something that is in use. */
export const putReview = write(
  `INSERT INTO trend_reviews (kind, name, allowed, reviewed_at) VALUES (@kind, @name, @allowed, @now)
   ON CONFLICT (kind, name) DO UPDATE SET allowed = excluded.allowed, reviewed_at = excluded.reviewed_at`,
)

const reviewedTag = z.object({ ...reviewed, display: z.string() })
const withReview = `SELECT tags.id AS cursor, tags.name, tags.display, trend_reviews.allowed FROM tags
   LEFT JOIN trend_reviews ON trend_reviews.kind = 'tag' AND trend_reviews.name = tags.name` as const

/** All hashtags, and what was said of each. */
export const reviewedTags = ranged(reviewedTag, `${withReview} WHERE tags.id > 0`, 'tags.id')

/** Some of them by their ids, a JSON list. */
export const tagsById = many(reviewedTag, `${withReview} WHERE tags.id IN (SELECT value FROM json_each(@ids))`)

/** Spells a hashtag otherwise. */
export const setTagDisplay = write(`UPDATE tags SET display = @display WHERE id = @id`)
