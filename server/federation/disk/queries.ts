import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

/** Bytes that the database uses of its file, and those that are free in it and filled first. */
export const databaseBytes = one(
  z.object({ bytes: z.int(), spare: z.int() }),
  `SELECT (page_count - freelist_count) * page_size AS bytes, freelist_count * page_size AS spare
   FROM pragma_page_count, pragma_freelist_count, pragma_page_size`,
)

/** Bytes of all pictures that are kept from elsewhere: of other servers, and of pages that posts link to. */
export const pictureBytes = one(
  z.object({ bytes: z.int() }),
  `SELECT sum(value) AS bytes FROM stats WHERE name IN ('remote_pictures', 'card_pictures')`,
)

/** What uses the disk, by server, the largest first. */
export const largestHosts = many(
  z.object({
    domain: z.string(),
    pictures: z.int(),
    pictureBytes: z.int(),
    people: z.int(),
    posts: z.int(),
  }),
  `SELECT host AS domain, pictures, picture_bytes AS pictureBytes, people, posts FROM disk_use
   WHERE picture_bytes >= 0 ORDER BY picture_bytes DESC, posts DESC LIMIT @most`,
)

/** The next server of which somebody is known. */
export const nextHost = one(
  z.object({ host: z.string().nullable() }),
  `SELECT min(host) AS host FROM remote_actors WHERE host > @after`,
)

/** Counts the next people of a server who are known here, and their posts; `last` is where to go on. */
export const countSome = one(
  z.object({ people: z.int(), posts: z.int(), last: z.int().nullable() }),
  `SELECT count(*) AS people, coalesce(sum(statuses_count), 0) AS posts, max(account_id) AS last
   FROM (SELECT account_id FROM remote_actors WHERE host = @host AND account_id > @after
     ORDER BY account_id LIMIT @most) JOIN accounts ON accounts.id = account_id`,
)

/** Keeps how many people of a server are known here, and their posts. */
export const putCount = write(
  `INSERT INTO disk_use (host, people, posts) VALUES (@host, @people, @posts)
   ON CONFLICT (host) DO UPDATE SET people = excluded.people, posts = excluded.posts`,
)

/** The next posts by age, up to a time; `id` of the last is where to go on. */
export const nextPosts = many(
  z.object({ id: z.int(), local: z.int() }),
  `SELECT id, local FROM statuses WHERE id > @after AND id < @before ORDER BY id LIMIT @most`,
)

/**
 * Which of some posts of elsewhere (`ids` by `list()`) nobody here touched: no one saved, liked, boosted, quoted,
 * answered or voted, none of us is named in them or was told of them, and in their conversation none of us wrote.
 */
export const untouched = many(
  z.object({ id: z.int() }),
  `SELECT statuses.id FROM json_each(@ids) JOIN statuses ON statuses.id = value AND statuses.local = 0
   WHERE NOT EXISTS (SELECT 1 FROM bookmarks WHERE bookmarks.status_id = statuses.id)
     AND NOT EXISTS (SELECT 1 FROM favourites WHERE favourites.status_id = statuses.id)
     AND NOT EXISTS (SELECT 1 FROM statuses AS boost WHERE boost.reblog_of_id = statuses.id)
     AND NOT EXISTS (SELECT 1 FROM statuses AS answer WHERE answer.in_reply_to_id = statuses.id)
     AND NOT EXISTS (SELECT 1 FROM quotes WHERE quotes.quoted_id = statuses.id)
     AND NOT EXISTS (SELECT 1 FROM notifications WHERE notifications.status_id = statuses.id)
     AND NOT EXISTS (SELECT 1 FROM report_posts WHERE report_posts.status_id = statuses.id)
     AND NOT EXISTS (SELECT 1 FROM conversation_statuses WHERE conversation_statuses.status_id = statuses.id)
     AND NOT EXISTS (SELECT 1 FROM filter_statuses WHERE filter_statuses.status_id = statuses.id)
     AND NOT EXISTS (SELECT 1 FROM mentions JOIN accounts ON accounts.id = mentions.account_id
       WHERE mentions.status_id = statuses.id AND accounts.domain IS NULL)
     AND NOT EXISTS (SELECT 1 FROM statuses AS ours WHERE ours.thread_id = statuses.thread_id AND ours.local = 1)
     AND NOT EXISTS (SELECT 1 FROM polls JOIN poll_votes ON poll_votes.poll_id = polls.id
       JOIN accounts ON accounts.id = poll_votes.account_id
       WHERE polls.status_id = statuses.id AND accounts.domain IS NULL)`,
)
