import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { one, write } from '../../db/sql.ts'

/** A hashtag by its normal form. */
export const tagByName = one(
  z.object({ id: z.int(), name: z.string() }),
  `SELECT id, name FROM tags WHERE name = @name`,
)

/** Keeps a hashtag as it was first written. */
export const insertTag = write(`INSERT INTO tags (id, name, display) VALUES (@id, @name, @display)`)

/** Puts a hashtag on a post. */
export const tagStatus = write(
  `INSERT INTO status_tags (tag_id, status_id) VALUES (@tagId, @statusId) ON CONFLICT DO NOTHING`,
)

/** Whether somebody follows a hashtag, or has it on their profile. */
export const standingTo = one(
  z.object({ following: z.int(), featuring: z.int() }),
  `SELECT EXISTS (SELECT 1 FROM tag_follows WHERE account_id = @me AND name = @name) AS following,
     EXISTS (SELECT 1 FROM featured_tags WHERE account_id = @me AND name = @name) AS featuring`,
)

/** How many hashtags somebody follows. */
export const countFollowedTags = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM tag_follows WHERE account_id = @me`,
)

/** Follows a hashtag. */
export const putTagFollow = write(
  `INSERT INTO tag_follows (id, account_id, name, created_at) VALUES (@id, @me, @name, @now) ON CONFLICT DO NOTHING`,
)

/** Follows a hashtag no longer. */
export const removeTagFollow = write(`DELETE FROM tag_follows WHERE account_id = @me AND name = @name`)

/** The hashtags that somebody follows. */
export const followedTagsOf = ranged(
  z.object({ cursor: z.int(), name: z.string(), featuring: z.int() }),
  `SELECT id AS cursor, name,
     EXISTS (SELECT 1 FROM featured_tags WHERE account_id = @me AND featured_tags.name = tag_follows.name) AS featuring
   FROM tag_follows WHERE account_id = @me`,
  'id',
)
