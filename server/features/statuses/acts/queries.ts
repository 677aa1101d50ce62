import { z } from 'zod'
import { ranged } from '../../../db/range.ts'
import { many, one, write } from '../../../db/sql.ts'

/** Somebody's boost of a post. */
export const boostOf = one(
  z.object({ id: z.int() }),
  `SELECT id FROM statuses WHERE reblog_of_id = @statusId AND account_id = @me`,
)

/** All boosts of a post. */
export const boostsOf = many(
  z.object({ boostId: z.int(), accountId: z.int() }),
  `SELECT id AS boostId, account_id AS accountId FROM statuses WHERE reblog_of_id = @statusId`,
)

/** Boosts: a post without words that stays as near as what it boosts. */
export const insertBoost = write(
  `INSERT INTO statuses (id, account_id, local, thread_id, text, visibility, local_only, language, created_at, reblog_of_id)
   SELECT @id, @me, 1, thread_id, '', @visibility, local_only, language, @now, id FROM statuses WHERE id = @statusId`,
)

/** Keeps a favourite. */
export const putFavourite = write(
  `INSERT INTO favourites (id, account_id, status_id, created_at) VALUES (@id, @me, @statusId, @now)
   ON CONFLICT DO NOTHING`,
)

/** Takes a favourite back. */
export const removeFavourite = write(`DELETE FROM favourites WHERE account_id = @me AND status_id = @statusId`)

/** Keeps a bookmark. */
export const putBookmark = write(
  `INSERT INTO bookmarks (id, account_id, status_id, created_at) VALUES (@id, @me, @statusId, @now)
   ON CONFLICT DO NOTHING`,
)

/** Takes a bookmark away. */
export const removeBookmark = write(`DELETE FROM bookmarks WHERE account_id = @me AND status_id = @statusId`)

/** Puts a post at the top of its author's profile. */
export const putPin = write(
  `INSERT INTO status_pins (id, account_id, status_id, created_at) VALUES (@id, @me, @statusId, @now)
   ON CONFLICT DO NOTHING`,
)

/** Takes a post from the top of its author's profile. */
export const removePin = write(`DELETE FROM status_pins WHERE account_id = @me AND status_id = @statusId`)

/** How many posts somebody pinned, beside one. */
export const countPins = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM status_pins WHERE account_id = @me AND status_id <> @statusId`,
)

const post = z.object({ cursor: z.int(), statusId: z.int() })

/** What somebody favourited. */
export const favouritesOf = ranged(
  post,
  `SELECT id AS cursor, status_id AS statusId FROM favourites WHERE account_id = @me`,
  'id',
)

/** What somebody bookmarked. */
export const bookmarksOf = ranged(
  post,
  `SELECT id AS cursor, status_id AS statusId FROM bookmarks WHERE account_id = @me`,
  'id',
)

const person = z.object({ cursor: z.int(), accountId: z.int() })

/** Who favourited a post. */
export const favouritersOf = ranged(
  person,
  `SELECT id AS cursor, account_id AS accountId FROM favourites WHERE status_id = @statusId`,
  'id',
)

/** Who boosted a post of that visibility, for no fewer people than may see it. */
export const boostersOf = ranged(
  person,
  `SELECT id AS cursor, account_id AS accountId FROM statuses WHERE reblog_of_id = @statusId
     AND visibility IN ('public', 'unlisted', @visibility)`,
  'id',
)
