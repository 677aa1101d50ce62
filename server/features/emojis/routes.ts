import type { CustomEmoji } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { get, type Route } from '../../http/route.ts'
import { mediaUrl } from '../media/present.ts'
import { customEmojis } from './queries.ts'

const readEmojis = (ctx: Context): CustomEmoji[] =>
  customEmojis(ctx.db).map(({ shortcode, file, category, visible }) => {
    const url = mediaUrl(ctx, file)
    return { shortcode, url, static_url: url, visible_in_picker: visible === 1, category }
  })

/** The community's own small pictures. */
export const emojiRoutes: readonly Route[] = [get('/api/v1/custom_emojis', { access: 'public' }, readEmojis)]
