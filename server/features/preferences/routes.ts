import { z } from 'zod'
import { flag } from '../../http/forms.ts'
import { get, put, type Route } from '../../http/route.ts'
import { choosePlaying } from './choose-playing.ts'
import { readPreferences } from './present.ts'

const playing = z.object({ autoplay_gifs: flag })

/** How people like to post and read; where there is no choice yet, what everybody has. */
export const preferenceRoutes: readonly Route[] = [
  get('/api/v1/preferences', { access: 'member', scope: 'read:accounts' }, (ctx, { viewer }) =>
    readPreferences(ctx, viewer.accountId),
  ),
  put(
    '/api/community/v1/preferences',
    { access: 'member', form: playing, summary: 'Choose whether pictures that move do so by themselves.' },
    (ctx, { viewer, form }) => choosePlaying(ctx, viewer, form.autoplay_gifs),
  ),
]
