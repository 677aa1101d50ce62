import { z } from 'zod'
import { blankIsAbsent, flag, id, pageSize, whole } from '../../http/forms.ts'
import { get, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { findPeople } from './find-people.ts'
import { kinds, type Resolve, searchElsewhere } from './search.ts'

const offset = whole.min(0).max(limits.searchOffset).default(0)
const everything = z.object({
  q: z.string().max(limits.searchText).default(''),
  type: blankIsAbsent(z.enum(kinds)),
  following: flag.default(false),
  resolve: flag.default(false),
  account_id: blankIsAbsent(id),
  max_id: blankIsAbsent(id),
  min_id: blankIsAbsent(id),
  limit: pageSize(20, limits.pageStatuses),
  offset,
})
const people = z.object({
  q: z.string().max(limits.searchText).default(''),
  limit: pageSize(40, limits.pageAccounts),
  offset,
  following: flag.default(false),
})

/** Searching, as Mastodon's API has it; `exclude_unreviewed` changes nothing here. `resolve` asks other servers. */
export const searchRoutes = (resolve: Resolve): readonly Route[] => [
  get(
    '/api/v2/search',
    { access: 'public', scope: 'read:search', form: everything, limit: 'search' },
    (ctx, { viewer, form }) => searchElsewhere(ctx, viewer, form, resolve),
  ),
  get('/api/v1/accounts/search', { access: 'member', scope: 'read:accounts', form: people }, (ctx, { viewer, form }) =>
    findPeople(ctx, viewer, form),
  ),
]
