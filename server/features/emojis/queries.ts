import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns =
  `shortcode, file, static_file AS staticFile, category, visible, disabled, created_at AS createdAt` as const

const emojiRow = z.object({
  shortcode: z.string(),
  file: z.string(),
  staticFile: z.string().nullable(),
  category: z.string().nullable(),
  visible: z.int(),
  disabled: z.int(),
  createdAt: z.int(),
})
/** A small picture of the community's; `staticFile` is there where `file` moves. */
export type EmojiRow = z.infer<typeof emojiRow>

/** The community's own small pictures that are in use. */
export const customEmojis = many(emojiRow, `SELECT ${columns} FROM custom_emojis WHERE disabled = 0 ORDER BY shortcode`)

/** All of them, those out of use too. */
export const allEmojis = many(emojiRow, `SELECT ${columns} FROM custom_emojis ORDER BY shortcode`)

/** One of them. */
export const emojiByCode = one(emojiRow, `SELECT ${columns} FROM custom_emojis WHERE shortcode = @shortcode`)

/** Adds one. */
export const insertEmoji = write(
  `INSERT INTO custom_emojis (shortcode, file, static_file, category, visible, created_at)
   VALUES (@shortcode, @file, @staticFile, @category, @visible, @now)`,
)

/** Changes what is said of one, and whether it is offered and in use. */
export const updateEmoji = write(
  `UPDATE custom_emojis SET category = @category, visible = @visible, disabled = @disabled WHERE shortcode = @shortcode`,
)

/** Takes one away; its files follow. */
export const deleteEmoji = write(`DELETE FROM custom_emojis WHERE shortcode = @shortcode`)
