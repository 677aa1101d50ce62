import type { Context } from '../../context.ts'

/** Where the posts with a hashtag are; `name` in its normal form. */
export const tagUrl = (ctx: Context, name: string) => `${ctx.config.publicUrl}/tags/${encodeURIComponent(name)}`
