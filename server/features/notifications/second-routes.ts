import { z } from 'zod'
import { cursors, flag, id, listOf, pageSize } from '../../http/forms.ts'
import { get, patch, post, put, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { dismissGroup, readGroup, readGroups, readPeople } from './groups/read.ts'
import { chooseOldPolicy, choosePolicy, oldPolicyForm, policyForm, readOldPolicy, readPolicy } from './policy/choose.ts'
import { endRequest, endRequests, readRequest, readRequests } from './policy/requests.ts'
import { removeAll } from './queries.ts'
import { countUnreadGroups } from './read.ts'

const types = listOf(z.string(), 40)
const groups = z.object({
  ...cursors,
  limit: pageSize(40, limits.pageNotifications),
  types: types.optional(),
  exclude_types: types.default([]),
  grouped_types: types.optional(),
  account_id: id.optional(),
  include_filtered: flag.optional(),
  expand_accounts: z.enum(['full', 'partial_avatars']).default('full'),
})
const group = z.object({ group_key: z.string().max(80) })
const people = group.extend({ limit: pageSize(40, limits.pageAccounts) })
const most = z.object({ limit: pageSize(100, 1000) })
const requests = z.object({ ...cursors, limit: pageSize(40, limits.pageAccounts) })
const one = z.object({ id })
const some = z.object({ id: listOf(id, limits.pageAccounts).default([]) })

const reads = { access: 'member', scope: 'read:notifications' } as const
const writes = { access: 'member', scope: 'write:notifications' } as const

/** What people are told in groups, of whom they want to hear, and the requests of the others. */
export const secondNotificationRoutes: readonly Route[] = [
  get('/api/v2/notifications', { ...reads, form: groups }, (ctx, { viewer, form }) => readGroups(ctx, viewer, form)),
  get('/api/v2/notifications/unread_count', { ...reads, form: most }, (ctx, { viewer, form }) =>
    countUnreadGroups(ctx, viewer, form.limit),
  ),
  get('/api/v2/notifications/policy', reads, (ctx, { viewer }) => readPolicy(ctx, viewer)),
  // documented as PATCH; masto, and the clients that are built on it, send PUT
  ...[patch, put].map((change) =>
    change('/api/v2/notifications/policy', { ...writes, form: policyForm }, (ctx, { viewer, form }) =>
      choosePolicy(ctx, viewer, form),
    ),
  ),
  post('/api/v2/notifications/clear', writes, (ctx, { viewer }) => {
    removeAll(ctx.db, { me: viewer.accountId })
    return {}
  }),
  get('/api/v2/notifications/:group_key', { ...reads, form: group }, (ctx, { viewer, form }) =>
    readGroup(ctx, viewer, form.group_key),
  ),
  get('/api/v2/notifications/:group_key/accounts', { ...reads, form: people }, (ctx, { viewer, form }) =>
    readPeople(ctx, viewer, form.group_key, form.limit),
  ),
  post('/api/v2/notifications/:group_key/dismiss', { ...writes, form: group }, (ctx, { viewer, form }) =>
    dismissGroup(ctx, viewer, form.group_key),
  ),
  get('/api/v1/notifications/policy', reads, (ctx, { viewer }) => readOldPolicy(ctx, viewer)),
  put('/api/v1/notifications/policy', { ...writes, form: oldPolicyForm }, (ctx, { viewer, form }) =>
    chooseOldPolicy(ctx, viewer, form),
  ),
  get('/api/v1/notifications/requests', { ...reads, form: requests }, (ctx, { viewer, form }) =>
    readRequests(ctx, viewer, form),
  ),
  get('/api/v1/notifications/requests/merged', reads, () => ({ merged: true })),
  post('/api/v1/notifications/requests/accept', { ...writes, form: some }, (ctx, { viewer, form }) =>
    endRequests(ctx, viewer, form.id, 'accept'),
  ),
  post('/api/v1/notifications/requests/dismiss', { ...writes, form: some }, (ctx, { viewer, form }) =>
    endRequests(ctx, viewer, form.id, 'dismiss'),
  ),
  get('/api/v1/notifications/requests/:id', { ...reads, form: one }, (ctx, { viewer, form }) =>
    readRequest(ctx, viewer, form.id),
  ),
  post('/api/v1/notifications/requests/:id/accept', { ...writes, form: one }, (ctx, { viewer, form }) =>
    endRequest(ctx, viewer, form.id, 'accept'),
  ),
  post('/api/v1/notifications/requests/:id/dismiss', { ...writes, form: one }, (ctx, { viewer, form }) =>
    endRequest(ctx, viewer, form.id, 'dismiss'),
  ),
]
