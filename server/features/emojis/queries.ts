import { z } from 'zod'
import { many } from '../../db/sql.ts'

/** The community's own small pictures. */
export const customEmojis = many(
  z.object({ shortcode: z.string(), file: z.string(), category: z.string().nullable(), visible: z.int() }),
  `SELECT shortcode, file, category, visible FROM custom_emojis ORDER BY shortcode`,
)
