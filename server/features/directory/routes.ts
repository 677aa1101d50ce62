import { z } from 'zod'
import { answer } from '../../http/answer.ts'
import { flag, id, pageSize, whole } from '../../http/forms.ts'
import { del, get, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { listPeople } from './list.ts'
import { refuse, suggest } from './suggest.ts'

/** When Mastodon began to call its older list outdated, in seconds since 1970: 16 May 2021. */
const OLDER_SINCE = 1_621_123_200

const list = z.object({
  order: z.enum(['active', 'new']).catch('active').default('active'),
  local: flag.default(false),
  offset: whole.min(0).max(limits.directoryOffset).default(0),
  limit: pageSize(40, limits.pageAccounts),
})
const few = z.object({ limit: pageSize(40, limits.pageAccounts) })
const one = z.object({ account_id: id })

/** People who want to be found, for members alone: elsewhere such a list is a map of who is here. */
export const directoryRoutes: readonly Route[] = [
  get('/api/v1/directory', { access: 'member', scope: 'read:accounts', form: list }, (ctx, { viewer, form }) =>
    listPeople(ctx, viewer, form),
  ),
  get('/api/v2/suggestions', { access: 'member', scope: 'read:accounts', form: few }, (ctx, { viewer, form }) =>
    suggest(ctx, viewer, form.limit),
  ),
  get('/api/v1/suggestions', { access: 'member', scope: 'read:accounts', form: few }, (ctx, { viewer, form }) =>
    answer(
      suggest(ctx, viewer, form.limit).map(({ account }) => account),
      { headers: { Deprecation: `@${OLDER_SINCE}` } },
    ),
  ),
  del(
    '/api/v1/suggestions/:account_id',
    { access: 'member', scope: 'write:accounts', form: one },
    (ctx, { viewer, form }) => refuse(ctx, viewer, form.account_id),
  ),
]
