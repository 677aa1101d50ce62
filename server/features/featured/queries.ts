import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

const row = z.object({ id: z.int(), name: z.string(), display: z.string(), uses: z.int(), lastId: z.int().nullable() })
/** A hashtag on somebody's profile, with their own posts that have it, of the newest that do. */
export type FeaturedRow = z.infer<typeof row>

/** The hashtags on somebody's profile, with their open posts among the newest that have each; `localOnly` 1 counts those too. */
export const featuredOf = many(
  row,
  `SELECT featured_tags.id, featured_tags.name, featured_tags.display,
     (SELECT count(*) FROM (SELECT status_id FROM status_tags WHERE tag_id = tags.id ORDER BY status_id DESC LIMIT @most)
        JOIN statuses ON statuses.id = status_id AND statuses.account_id = @accountId
        WHERE visibility IN ('public', 'unlisted') AND local_only <= @localOnly) AS uses,
     (SELECT max(status_id) FROM (SELECT status_id FROM status_tags WHERE tag_id = tags.id ORDER BY status_id DESC LIMIT @most)
        JOIN statuses ON statuses.id = status_id AND statuses.account_id = @accountId
        WHERE visibility IN ('public', 'unlisted') AND local_only <= @localOnly) AS lastId
   FROM featured_tags LEFT JOIN tags ON tags.name = featured_tags.name
   WHERE featured_tags.account_id = @accountId ORDER BY featured_tags.id`,
)

/** Puts a hashtag on somebody's profile. */
export const putFeatured = write(
  `INSERT INTO featured_tags (id, account_id, name, display, created_at) VALUES (@id, @me, @name, @display, @now)
   ON CONFLICT DO NOTHING`,
)

/** One hashtag on somebody's profile, by its name. */
export const featuredByName = one(
  z.object({ id: z.int() }),
  `SELECT id FROM featured_tags WHERE account_id = @me AND name = @name`,
)

/** Takes one off somebody's profile. */
export const removeFeatured = write(`DELETE FROM featured_tags WHERE id = @id AND account_id = @me`)

/** The hashtags that somebody used most in their newest open posts, and that are not on their profile. */
export const usedMost = many(
  z.object({ id: z.int(), name: z.string(), display: z.string(), uses: z.int() }),
  `SELECT tags.id, tags.name, tags.display, count(*) AS uses
   FROM status_tags JOIN tags ON tags.id = status_tags.tag_id
   WHERE status_tags.status_id IN (SELECT id FROM statuses
       WHERE account_id = @me AND visibility IN ('public', 'unlisted') ORDER BY id DESC LIMIT @posts)
     AND NOT EXISTS (SELECT 1 FROM featured_tags WHERE account_id = @me AND featured_tags.name = tags.name)
   GROUP BY tags.id ORDER BY uses DESC, tags.name LIMIT @most`,
)

/** Whom somebody shows on their profile; people whom they no longer follow are not among them. */
export const endorsedBy = ranged(
  z.object({ cursor: z.int(), accountId: z.int() }),
  `SELECT id AS cursor, target_id AS accountId FROM endorsements WHERE account_id = @accountId
     AND EXISTS (SELECT 1 FROM follows WHERE follows.account_id = @accountId AND follows.target_id = endorsements.target_id)`,
  'id',
)

/** How many people somebody shows. */
export const countEndorsed = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM endorsements WHERE account_id = @me`,
)

/** Shows somebody on one's profile. */
export const putEndorsement = write(
  `INSERT INTO endorsements (id, account_id, target_id, created_at) VALUES (@id, @me, @targetId, @now)
   ON CONFLICT DO NOTHING`,
)

/** Shows them no more. */
export const removeEndorsement = write(`DELETE FROM endorsements WHERE account_id = @me AND target_id = @targetId`)
