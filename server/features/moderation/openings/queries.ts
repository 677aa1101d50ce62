import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

/** The sentences that the team keeps, by rule. */
export const allOpenings = many(
  z.object({ id: z.int(), rule: z.string(), content: z.instanceof(Buffer) }),
  `SELECT id, rule, content FROM moderation_openings WHERE rule > '' ORDER BY rule, id LIMIT 500`,
)

/** How many of them a rule has. */
export const countOpenings = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM moderation_openings WHERE rule = @rule`,
)

/** Keeps one. */
export const insertOpening = write(
  `INSERT INTO moderation_openings (id, rule, content, by_id, created_at) VALUES (@id, @rule, @content, @byId, @now)`,
)

/** Gives one other words. */
export const changeOpening = write(`UPDATE moderation_openings SET content = @content, by_id = @byId WHERE id = @id`)

/** Takes one away. */
export const removeOpening = write(`DELETE FROM moderation_openings WHERE id = @id`)
