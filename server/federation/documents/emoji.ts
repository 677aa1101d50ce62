import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { emojisIn, presentEmoji } from '../../features/emojis/present.ts'
import { emojiByCode } from '../../features/emojis/queries.ts'
import type { Json } from './words.ts'

const emojiPart = (ctx: Context, { shortcode, url }: { shortcode: string; url: string }): Json => ({
  id: `${ctx.config.publicUrl}/emojis/${shortcode}`,
  type: 'Emoji',
  name: `:${shortcode}:`,
  icon: { type: 'Image', mediaType: 'image/webp', url },
})

/** The community's small pictures that some texts name, as other servers are told of them. */
export const emojiTags = (ctx: Context, ...texts: readonly string[]): Json[] =>
  emojisIn(ctx, ...texts).map((emoji) => emojiPart(ctx, emoji))

/** One of them. Throws 404. */
export function emojiDocument(ctx: Context, shortcode: string): Json {
  const row = emojiByCode(ctx.db, { shortcode })
  if (!row || row.disabled === 1) throw notFound()
  return emojiPart(ctx, presentEmoji(ctx, row))
}
