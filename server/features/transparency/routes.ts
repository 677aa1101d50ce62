import { get, type Route } from '../../http/route.ts'
import { readTransparency, transparencyForm } from './read.ts'

/** The public page on what was decided here. */
export const transparencyRoutes: readonly Route[] = [
  get(
    '/api/community/v1/transparency',
    {
      access: 'public',
      form: transparencyForm,
      kept: true,
      summary: 'What was decided here, by week, without a name; and what holds for other servers.',
    },
    (ctx, { form }) => readTransparency(ctx, form),
  ),
]
