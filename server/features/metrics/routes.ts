import { get, type Route } from '../../http/route.ts'
import { readProviders } from './mails.ts'
import { readMetrics } from './read.ts'

const admin = '/api/community/v1/admin'

/** The team's numbers, and how mail arrives. */
export const metricRoutes: readonly Route[] = [
  get(
    `${admin}/metrics`,
    { access: 'member', may: 'metrics', summary: 'How the work of the last seven days went.' },
    (ctx) => readMetrics(ctx),
  ),
  get(
    `${admin}/mail-providers`,
    { access: 'member', may: 'people', summary: 'What became of the last mails, by provider.' },
    (ctx) => readProviders(ctx),
  ),
]
