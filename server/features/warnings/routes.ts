import { get } from '../../http/route.ts'
import { warningTopics } from './queries.ts'

/** The topics that the composer offers for a content warning. */
export const warningRoutes = [
  get(
    '/api/community/v1/warnings/topics',
    { access: 'public', summary: 'The topics that the composer offers for a content warning.' },
    (ctx) => warningTopics(ctx.db),
  ),
]
