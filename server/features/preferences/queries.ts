import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** Whether pictures that move do so by themselves for a member. */
export const autoplayOf = one(
  z.object({ autoplay: z.int() }),
  `SELECT autoplay_gifs AS autoplay FROM members WHERE account_id = @id`,
)

/** Keeps whether pictures that move do so by themselves. */
export const setAutoplay = write(`UPDATE members SET autoplay_gifs = @autoplay WHERE account_id = @id`)
