import { z } from 'zod'
import { del, get, patch, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { addEmoji, changeEmoji, emojiForm, newEmojiForm, removeEmoji } from './edit.ts'
import { presentAdminEmoji, presentEmoji } from './present.ts'
import { allEmojis, customEmojis } from './queries.ts'

const admin = '/api/community/v1/admin/emojis'
const keeping = { access: 'member', may: 'emojis' } as const

/** The community's own small pictures, and the page for those who keep them. */
export const emojiRoutes: readonly Route[] = [
  get('/api/v1/custom_emojis', { access: 'public' }, (ctx) =>
    customEmojis(ctx.db).map((row) => presentEmoji(ctx, row)),
  ),
  get(admin, { ...keeping, summary: "The community's small pictures, those out of use too." }, (ctx) =>
    allEmojis(ctx.db).map((row) => presentAdminEmoji(ctx, row)),
  ),
  post(
    admin,
    { ...keeping, form: newEmojiForm, upload: limits.emojiBytes, limit: 'media', summary: 'Adds a small picture.' },
    (ctx, { viewer, form, files }) => addEmoji(ctx, viewer, form, files.image),
  ),
  patch(
    `${admin}/:shortcode`,
    { ...keeping, form: emojiForm, summary: 'Changes where a small picture stands, or takes it out of use.' },
    (ctx, { viewer, form }) => changeEmoji(ctx, viewer, form),
  ),
  del(
    `${admin}/:shortcode`,
    { ...keeping, form: z.object({ shortcode: z.string().max(200) }), summary: 'Deletes a small picture.' },
    (ctx, { viewer, form }) => removeEmoji(ctx, viewer, form.shortcode),
  ),
]
