import { answer } from '../../http/answer.ts'
import { get, type Route } from '../../http/route.ts'
import { presentInstance, presentInstanceRules, presentOldInstance } from './mastodon-instance.ts'

/** When Mastodon began to call its older entity outdated, in seconds since 1970: 14 November 2022. */
const OUTDATED_SINCE = 1_668_384_000

/** What other programs ask first: what kind of server this is and what it can do. */
export const mastodonInstanceRoutes: readonly Route[] = [
  get('/api/v2/instance', { access: 'public' }, (ctx) => presentInstance(ctx)),
  get('/api/v1/instance', { access: 'public' }, (ctx) =>
    answer(presentOldInstance(ctx), { headers: { Deprecation: `@${OUTDATED_SINCE}` } }),
  ),
  get('/api/v1/instance/rules', { access: 'public' }, (ctx) => presentInstanceRules(ctx)),
]
