import { z } from 'zod'
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
