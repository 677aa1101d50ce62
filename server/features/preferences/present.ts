import type { Preferences } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { postingDefaults } from '../accounts/queries.ts'
import { readChoices } from '../warnings/present.ts'
import { autoplayOf } from './queries.ts'

/** Mastodon's words for what is done with sensitive pictures. */
const expandMedia = { open: 'show_all', blur: 'default', hide: 'hide_all' } as const

/** Whether pictures that move do so by themselves for a member; not before they chose it. */
export const playsByItself = (ctx: Context, id: number): boolean => autoplayOf(ctx.db, { id })?.autoplay === 1

/** How a member likes to post and read, in Mastodon's words. */
export function readPreferences(ctx: Context, id: number): Preferences {
  const liking = postingDefaults(ctx.db, { id })
  const { default: warned } = readChoices(ctx, id)
  return {
    'posting:default:visibility': liking?.visibility ?? 'public',
    'posting:default:sensitive': liking?.sensitive === 1,
    'posting:default:language': liking?.language ?? liking?.locale ?? null,
    'posting:default:quote_policy': liking?.quotePolicy ?? 'followers',
    'reading:expand:media': expandMedia[warned.media],
    'reading:expand:spoilers': warned.text === 'open',
    'reading:autoplay:gifs': playsByItself(ctx, id),
  }
}
