import type { Context } from '../../context.ts'
import { del, get, post, type Route } from '../../http/route.ts'
import { act, actionForm, refuseDeletion, undo, type Verbs } from './act.ts'
import { asNewer, listPeople, newerForm, olderForm, one, readOne } from './list.ts'
import { adminReportRoutes, type Handling } from './report-routes.ts'

const people = '/api/v1/admin/accounts'
const reading = { access: 'member', held: 'people', scope: 'admin:read:accounts' } as const
const writing = { access: 'member', held: 'people', scope: 'admin:write:accounts' } as const
const deciding = { access: 'member', held: 'reports', scope: 'admin:write:accounts' } as const

/** What other features do, handed in where all routes come together. */
export type Given = Verbs &
  Handling & {
    approve(ctx: Context, by: number, accountId: number): void
    refuse(ctx: Context, by: number, accountId: number): void
  }

const ended = { enable: 'freeze', unsensitive: 'sensitive', unsilence: 'limit', unsuspend: 'suspend' } as const

/** Mastodon's API for staff on people and reports, under all that holds for decisions here. */
export const adminAccountRoutes = (given: Given): readonly Route[] => [
  get(people, { ...reading, form: olderForm }, (ctx, { form }) => listPeople(ctx, asNewer(form))),
  get('/api/v2/admin/accounts', { ...reading, form: newerForm }, (ctx, { form }) => listPeople(ctx, form)),
  get(`${people}/:id`, { ...reading, form: one }, (ctx, { form }) => readOne(ctx, form.id)),
  post(`${people}/:id/action`, { ...deciding, form: actionForm }, (ctx, { viewer, form }) =>
    act(ctx, viewer, given, form),
  ),
  post(`${people}/:id/approve`, { ...writing, form: one }, (ctx, { viewer, form }) => {
    given.approve(ctx, viewer.accountId, form.id)
    return readOne(ctx, form.id)
  }),
  post(`${people}/:id/reject`, { ...writing, form: one }, (ctx, { viewer, form }) => {
    const before = readOne(ctx, form.id)
    given.refuse(ctx, viewer.accountId, form.id)
    return before
  }),
  del(`${people}/:id`, { ...deciding, form: one }, (ctx, { form }) => refuseDeletion(ctx, form.id)),
  ...(['enable', 'unsensitive', 'unsilence', 'unsuspend'] as const).map((verb) =>
    post(`${people}/:id/${verb}`, { ...deciding, form: one }, (ctx, { viewer, form }) => {
      undo(ctx, viewer, given, form.id, ended[verb])
      return readOne(ctx, form.id)
    }),
  ),
  ...adminReportRoutes(given),
]
