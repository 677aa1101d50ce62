import type { AdminEmoji } from '../../../shared/api/house.ts'
import type { CustomEmoji } from '../../../shared/api/wire.ts'
import { emojiCodesIn } from '../../../shared/text/emoji-codes.ts'
import type { Context } from '../../context.ts'
import { elsewhereUrl, mediaUrl } from '../media/present.ts'
import { customEmojis, type EmojiRow } from './queries.ts'

/** A small picture as JSON; one that moves has a second address where it does not. */
export const presentEmoji = (ctx: Context, row: EmojiRow): CustomEmoji => ({
  shortcode: row.shortcode,
  url: mediaUrl(ctx, row.file),
  static_url: mediaUrl(ctx, row.staticFile ?? row.file),
  visible_in_picker: row.visible === 1,
  category: row.category,
})

/** The same for those who keep them. */
export const presentAdminEmoji = (ctx: Context, row: EmojiRow): AdminEmoji => ({
  ...presentEmoji(ctx, row),
  animated: row.staticFile !== null,
  disabled: row.disabled === 1,
  created_at: new Date(row.createdAt).toISOString(),
})

type InUse = ReadonlyMap<string, CustomEmoji>

const known = new WeakMap<Context, InUse>()

function emojisInUse(ctx: Context): InUse {
  const found = known.get(ctx)
  if (found) return found
  const read = new Map(customEmojis(ctx.db).map((row) => [row.shortcode, presentEmoji(ctx, row)]))
  known.set(ctx, read)
  return read
}

/** The community's small pictures that some texts of its members name, each once. */
export function emojisIn(ctx: Context, ...texts: readonly string[]): CustomEmoji[] {
  const codes = new Set(texts.flatMap((text) => (text.includes(':') ? emojiCodesIn(text) : [])))
  if (codes.size === 0) return []
  const inUse = emojisInUse(ctx)
  return [...codes].map((code) => inUse.get(code)).filter((emoji) => emoji !== undefined)
}

/** The small pictures are others than before: what was remembered of them is read anew. */
export const forgetEmojis = (ctx: Context) => void known.delete(ctx)

/** An emoji of another server, as it is kept with what it stands in. */
type KeptEmoji = { id: number; shortcode: string; url: string }

/** The emoji of another server that stand in something, from the JSON list that is kept with it. */
export function presentElsewhere(ctx: Context, kept: string | null): CustomEmoji[] {
  // it was checked when it was written
  const emojis = kept === null || kept === '[]' ? [] : (JSON.parse(kept) as KeptEmoji[])
  return emojis.map(({ id, shortcode, url: theirs }) => {
    const url = elsewhereUrl(ctx, 'emoji', id, theirs)
    return { shortcode, url, static_url: url, visible_in_picker: false, category: null }
  })
}
