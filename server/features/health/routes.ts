import { Refusal } from '../../core/errors.ts'
import { get } from '../../http/route.ts'
import { firstStat } from './queries.ts'

/** Whether the server serves; it asks the database. The second address is Mastodon's. */
export const healthRoutes = ['/healthz', '/health'].map((path) =>
  get(path, { access: 'public' }, (ctx) => {
    if (!firstStat(ctx.db)) throw new Refusal(503, 'The database does not answer.')
    return { status: 'ok' }
  }),
)
