import { get, type Route } from '../../http/route.ts'
import { readProviders } from './mails.ts'
import { metricsForm, readMetrics } from './read.ts'

const admin = '/api/community/v1/admin'

/** The team's numbers, and how mail arrives. */
export const metricRoutes: readonly Route[] = [
  get(
    `${admin}/metrics`,
    { access: 'member', may: 'metrics', form: metricsForm, summary: 'How the work of seven days went.' },
    (ctx, { form }) => readMetrics(ctx, form.weeks_ago),
  ),
  get(
    `${admin}/mail-providers`,
    { access: 'member', may: 'people', summary: 'What became of the last mails, by provider.' },
    (ctx) => readProviders(ctx),
  ),
]
