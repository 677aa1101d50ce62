import { z } from 'zod'
import { cursors, flag, id, listOf, whole } from '../../http/forms.ts'
import { del, get, post, put, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { deleteList, editList, findList, makeList, readLists, readListsWith } from './edit.ts'
import { addPeople, readPeople, removePeople } from './people.ts'
import { presentList } from './present.ts'
import { repliesPolicies } from './queries.ts'

const one = z.object({ id })
const title = z.string().trim().min(1).max(limits.listTitle)
const about = { replies_policy: z.enum(repliesPolicies).optional(), exclusive: flag.optional() }
const made = z.object({ title, ...about })
const changed = z.object({ id, title: title.optional(), ...about })
const size = whole
  .min(0)
  .catch(40)
  .default(40)
  .transform((n) => Math.min(n, limits.pageAccounts))
const people = z.object({ ...cursors, id, limit: size })
const several = z.object({ id, account_ids: listOf(id, limits.listAccounts).default([]) })

const reading = { access: 'member', scope: 'read:lists' } as const
const writing = { access: 'member', scope: 'write:lists' } as const

/** Lists of people, as Mastodon's API has them; each is its owner's alone. */
export const listRoutes: readonly Route[] = [
  get('/api/v1/lists', reading, (ctx, { viewer }) => readLists(ctx, viewer)),
  post('/api/v1/lists', { ...writing, form: made, once: true }, (ctx, { viewer, form }) => makeList(ctx, viewer, form)),
  get('/api/v1/lists/:id', { ...reading, form: one }, (ctx, { viewer, form }) =>
    presentList(findList(ctx, viewer, form.id)),
  ),
  put('/api/v1/lists/:id', { ...writing, form: changed }, (ctx, { viewer, form }) =>
    editList(ctx, viewer, form.id, form),
  ),
  del('/api/v1/lists/:id', { ...writing, form: one }, (ctx, { viewer, form }) => deleteList(ctx, viewer, form.id)),
  get('/api/v1/lists/:id/accounts', { ...reading, form: people }, (ctx, { viewer, form }) =>
    readPeople(ctx, viewer, form),
  ),
  post('/api/v1/lists/:id/accounts', { ...writing, form: several }, (ctx, { viewer, form }) =>
    addPeople(ctx, viewer, form),
  ),
  del('/api/v1/lists/:id/accounts', { ...writing, form: several }, (ctx, { viewer, form }) =>
    removePeople(ctx, viewer, form),
  ),
  get('/api/v1/accounts/:id/lists', { ...reading, form: one }, (ctx, { viewer, form }) =>
    readListsWith(ctx, viewer, form.id),
  ),
]
