import type { Preferences } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { get, type Route } from '../../http/route.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { postingDefaults } from '../accounts/queries.ts'
import { readChoices } from '../warnings/present.ts'

/** Mastodon's words for what is done with sensitive pictures. */
const expandMedia = { open: 'show_all', blur: 'default', hide: 'hide_all' } as const

function readPreferences(ctx: Context, viewer: Viewer): Preferences {
  const liking = postingDefaults(ctx.db, { id: viewer.accountId })
  const { default: warned } = readChoices(ctx, viewer.accountId)
  return {
    'posting:default:visibility': liking?.visibility ?? 'public',
    'posting:default:sensitive': liking?.sensitive === 1,
    'posting:default:language': liking?.language ?? liking?.locale ?? null,
    'posting:default:quote_policy': liking?.quotePolicy ?? 'followers',
    'reading:expand:media': expandMedia[warned.media],
    'reading:expand:spoilers': warned.text === 'open',
    'reading:autoplay:gifs': false,
  }
}

/** How people like to post and read; where there is no choice yet, what everybody has. */
export const preferenceRoutes: readonly Route[] = [
  get('/api/v1/preferences', { access: 'member', scope: 'read:accounts' }, (ctx, { viewer }) =>
    readPreferences(ctx, viewer),
  ),
]
