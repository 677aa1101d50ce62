import { z } from 'zod'
import { answer } from '../../http/answer.ts'
import { get, type Route } from '../../http/route.ts'
import { presentInstance, presentInstanceRules, presentOldInstance } from './mastodon-instance.ts'
import { presentExtendedDescription, presentPrivacy, presentTerms } from './mastodon-texts.ts'

/** When Mastodon began to call its older entity outdated, in seconds since 1970: 14 November 2022. */
const OUTDATED_SINCE = 1_668_384_000

const about = '/api/v1/instance'
const day = z.object({ date: z.string().max(20) })

/** What other programs ask first: what kind of server this is and what it can do. */
export const mastodonInstanceRoutes: readonly Route[] = [
  get('/api/v2/instance', { access: 'public' }, (ctx) => presentInstance(ctx)),
  get('/api/v1/instance', { access: 'public' }, (ctx) =>
    answer(presentOldInstance(ctx), { headers: { Deprecation: `@${OUTDATED_SINCE}` } }),
  ),
  get('/api/v1/instance/rules', { access: 'public' }, (ctx) => presentInstanceRules(ctx)),
  get(`${about}/extended_description`, { access: 'public' }, (ctx) => presentExtendedDescription(ctx)),
  get(`${about}/privacy_policy`, { access: 'public' }, (ctx) => presentPrivacy(ctx)),
  get(`${about}/terms_of_service`, { access: 'public' }, (ctx) => presentTerms(ctx)),
  get(`${about}/terms_of_service/:date`, { access: 'public', form: day }, (ctx, { form }) =>
    presentTerms(ctx, form.date),
  ),
  // nothing is translated here: no post leaves for a service that could
  get(`${about}/translation_languages`, { access: 'public' }, () => ({})),
]
