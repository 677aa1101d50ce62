import { post, type Route } from '../../http/route.ts'
import { putStep } from './queries.ts'

/** The first steps after joining. */
export const welcomeRoutes: readonly Route[] = [
  post(
    '/api/community/v1/first-steps',
    { access: 'member', summary: 'Notes that one went through the first steps, or left them.' },
    (ctx, { viewer }) => {
      putStep(ctx.db, { accountId: viewer.accountId, step: 'welcome', now: ctx.now() })
      return {}
    },
  ),
]
