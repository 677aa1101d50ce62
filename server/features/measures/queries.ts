import { z } from 'zod'
import { many, one } from '../../db/sql.ts'

const daily = z.object({ day: z.int(), count: z.int() })
const total = z.object({ count: z.int() })

// an id begins with the milliseconds of its time; ids between two are a stretch of time
const DAY_OF_ID = '(2048 * 86400000)'

/** How many members wrote or passed something on, on each day; who only reads is counted nowhere. */
export const activeByDay = many(
  daily,
  `SELECT id / ${DAY_OF_ID} AS day, count(DISTINCT account_id) AS count FROM statuses
   WHERE id >= @from AND id < @until AND local = 1 GROUP BY day`,
)

/** The same of the whole time, each member once. */
export const activeIn = one(
  total,
  `SELECT count(DISTINCT account_id) AS count FROM statuses WHERE id >= @from AND id < @until AND local = 1`,
)

/** How many became members on each day. */
export const joinedByDay = many(
  daily,
  `SELECT joined_at / 86400000 AS day, count(*) AS count FROM accounts
   WHERE domain IS NULL AND joined_at >= @since AND joined_at < @before GROUP BY day`,
)

/** How often members answered, passed on or liked something on each day. */
export const interactionsByDay = many(
  daily,
  `SELECT day, sum(number) AS count FROM (
     SELECT id / ${DAY_OF_ID} AS day, count(*) AS number FROM statuses WHERE id >= @from AND id < @until AND local = 1
       AND (reblog_of_id IS NOT NULL OR in_reply_to_id IS NOT NULL) GROUP BY day
     UNION ALL SELECT favourites.id / ${DAY_OF_ID}, count(*) FROM favourites
       JOIN accounts ON accounts.id = favourites.account_id AND accounts.domain IS NULL
       WHERE favourites.id >= @from AND favourites.id < @until GROUP BY 1) GROUP BY day`,
)

/** How many reports were made on each day. */
export const reportsByDay = many(
  daily,
  `SELECT id / ${DAY_OF_ID} AS day, count(*) AS count FROM reports WHERE id >= @from AND id < @until GROUP BY day`,
)

/** How many reports were answered on each day: those of the cases that were decided. */
export const resolvedByDay = many(
  daily,
  `SELECT at / 86400000 AS day, count(*) AS count FROM moderation_log
     JOIN reports ON reports.case_id = moderation_log.case_id
   WHERE verb = 'case_decided' AND at >= @since AND at < @before GROUP BY day`,
)

/** How often a hashtag was used on each day, and by how many people. */
export const tagByDay = many(
  z.object({ day: z.int(), uses: z.int(), people: z.int(), servers: z.int() }),
  `SELECT status_id / ${DAY_OF_ID} AS day, count(*) AS uses, count(DISTINCT account_id) AS people,
     count(DISTINCT coalesce(accounts.domain, '')) AS servers
   FROM status_tags JOIN statuses ON statuses.id = status_id JOIN accounts ON accounts.id = statuses.account_id
   WHERE tag_id = @id AND status_id >= @from AND status_id < @until AND visibility = 'public' GROUP BY day`,
)

/** The same of the whole time, each person and each server once. */
export const tagIn = one(
  z.object({ uses: z.int(), people: z.int(), servers: z.int() }),
  `SELECT count(*) AS uses, count(DISTINCT account_id) AS people,
     count(DISTINCT coalesce(accounts.domain, '')) AS servers
   FROM status_tags JOIN statuses ON statuses.id = status_id JOIN accounts ON accounts.id = statuses.account_id
   WHERE tag_id = @id AND status_id >= @from AND status_id < @until AND visibility = 'public'`,
)

const ofServer = 'accounts.domain IS NOT NULL AND accounts.domain = @domain' as const
const itsPosts = `accounts JOIN statuses ON statuses.account_id = accounts.id
     AND statuses.id >= @from AND statuses.id < @until` as const

/** How many people of a server became known here on each day. */
export const peopleOfServer = many(
  daily,
  `SELECT id / ${DAY_OF_ID} AS day, count(*) AS count FROM accounts
   WHERE ${ofServer} AND id >= @from AND id < @until GROUP BY day`,
)

/** How many posts of a server's people came on each day. */
export const postsOfServer = many(
  daily,
  `SELECT statuses.id / ${DAY_OF_ID} AS day, count(*) AS count FROM ${itsPosts}
   WHERE ${ofServer} GROUP BY day`,
)

/** How many bytes the pictures of those posts take here, as far as somebody looked at them. */
export const pictureBytesOfServer = many(
  daily,
  `SELECT statuses.id / ${DAY_OF_ID} AS day, sum(remote_files.bytes) AS count FROM ${itsPosts}
     JOIN media ON media.status_id IS NOT NULL AND media.status_id = statuses.id
     JOIN remote_files ON remote_files.kind = 'media' AND remote_files.id = media.id
   WHERE ${ofServer} GROUP BY day`,
)

/** How many reports about a server's people were made on each day. */
export const reportsOfServer = many(
  daily,
  `SELECT reports.id / ${DAY_OF_ID} AS day, count(*) AS count FROM reports
     JOIN accounts ON accounts.id = reports.target_id AND accounts.domain = @domain
   WHERE reports.id >= @from AND reports.id < @until GROUP BY day`,
)

/** How many began to follow people of a server on each day. */
export const followsOfServer = many(
  daily,
  `SELECT follows.id / ${DAY_OF_ID} AS day, count(*) AS count FROM accounts
     JOIN follows ON follows.target_id = accounts.id AND follows.id >= @from AND follows.id < @until
   WHERE ${ofServer} GROUP BY day`,
)

/** How many of a server began to follow somebody on each day. */
export const followersOfServer = many(
  daily,
  `SELECT follows.id / ${DAY_OF_ID} AS day, count(*) AS count FROM accounts
     JOIN follows ON follows.account_id = accounts.id AND follows.id >= @from AND follows.id < @until
   WHERE ${ofServer} GROUP BY day`,
)

const part = z.object({ key: z.string(), count: z.int() })

/** The languages in which members wrote, the most used first. */
export const languagesIn = many(
  part,
  `SELECT coalesce(language, 'und') AS key, count(*) AS count FROM statuses
   WHERE id >= @from AND id < @until AND local = 1 AND reblog_of_id IS NULL GROUP BY key ORDER BY 2 DESC LIMIT @most`,
)

/** The programs with which members wrote. */
export const programsIn = many(
  part,
  `SELECT coalesce(apps.name, '') AS key, count(*) AS count FROM statuses LEFT JOIN apps ON apps.id = statuses.app_id
   WHERE statuses.id >= @from AND statuses.id < @until AND local = 1 GROUP BY key ORDER BY 2 DESC LIMIT @most`,
)

/** The servers from which most posts came. */
export const serversIn = many(
  part,
  `SELECT accounts.domain AS key, count(*) AS count FROM statuses JOIN accounts ON accounts.id = statuses.account_id
   WHERE statuses.id >= @from AND statuses.id < @until AND local = 0 AND accounts.domain IS NOT NULL
   GROUP BY key ORDER BY 2 DESC LIMIT @most`,
)

/** From where a hashtag was used; a server without a name is this one. */
export const serversOfTag = many(
  part,
  `SELECT coalesce(accounts.domain, '') AS key, count(*) AS count FROM status_tags
     JOIN statuses ON statuses.id = status_id JOIN accounts ON accounts.id = statuses.account_id
   WHERE tag_id = @id AND status_id >= @from AND status_id < @until AND visibility = 'public'
   GROUP BY key ORDER BY 2 DESC LIMIT @most`,
)

/** In which languages a hashtag was used. */
export const languagesOfTag = many(
  part,
  `SELECT coalesce(language, 'und') AS key, count(*) AS count FROM status_tags JOIN statuses ON statuses.id = status_id
   WHERE tag_id = @id AND status_id >= @from AND status_id < @until AND visibility = 'public'
   GROUP BY key ORDER BY 2 DESC LIMIT @most`,
)

/** In which languages people of a server wrote. */
export const languagesOfServer = many(
  part,
  `SELECT coalesce(language, 'und') AS key, count(*) AS count FROM ${itsPosts}
   WHERE ${ofServer} GROUP BY key ORDER BY 2 DESC LIMIT @most`,
)

/** Whom of a server most members follow. */
export const followedOfServer = many(
  part,
  `SELECT accounts.username AS key, count(*) AS count FROM accounts JOIN follows ON follows.target_id = accounts.id
   WHERE ${ofServer}
   GROUP BY accounts.id ORDER BY 2 DESC LIMIT @most`,
)

/** How much room the database takes, and which SQLite reads it. */
export const databaseFacts = one(
  z.object({ bytes: z.int(), version: z.string() }),
  `SELECT page_count * page_size AS bytes, sqlite_version() AS version FROM pragma_page_count, pragma_page_size`,
)

/** Of those who joined in a stretch, how many wrote something in each: stretches by a format of dates. */
export const returningBy = many(
  z.object({ joined: z.string(), active: z.string(), count: z.int() }),
  `SELECT strftime(@format, joined_at / 1000, 'unixepoch') AS joined,
     strftime(@format, statuses.id / 2048 / 1000, 'unixepoch') AS active, count(DISTINCT accounts.id) AS count
   FROM accounts JOIN statuses ON statuses.account_id = accounts.id AND statuses.id >= @from AND statuses.id < @until
   WHERE accounts.domain IS NULL AND joined_at >= @since AND joined_at < @before GROUP BY 1, 2`,
)

/** How many joined in each stretch. */
export const joinedBy = many(
  z.object({ joined: z.string(), count: z.int() }),
  `SELECT strftime(@format, joined_at / 1000, 'unixepoch') AS joined, count(*) AS count FROM accounts
   WHERE domain IS NULL AND joined_at >= @since AND joined_at < @before GROUP BY 1`,
)
