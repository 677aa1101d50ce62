import { z } from 'zod'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { cursors, id, pageSize } from '../../http/forms.ts'
import { readPage } from '../../http/pages.ts'
import { get, post, type Route } from '../../http/route.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { allReports, reportById } from '../moderation/reports/queries.ts'
import { act, actionForm, undo, type Verbs } from './act.ts'
import { asNewer, listPeople, newerForm, olderForm, one, readOne } from './list.ts'
import { type OpenWords, presentReports } from './reports.ts'

const people = '/api/v1/admin/accounts'
const reports = '/api/v1/admin/reports'
const reading = { access: 'member', held: 'people', scope: 'admin:read:accounts' } as const
const writing = { access: 'member', held: 'people', scope: 'admin:write:accounts' } as const
const deciding = { access: 'member', held: 'reports', scope: 'admin:write:accounts' } as const
const looking = { access: 'member', held: 'reports', scope: 'admin:read:reports' } as const
const handling = { access: 'member', held: 'reports', scope: 'admin:write:reports' } as const

/** What other features do, handed in where all routes come together. */
export type Given = Verbs & {
  approve(ctx: Context, by: number, accountId: number): void
  refuse(ctx: Context, by: number, accountId: number): void
  claim(ctx: Context, viewer: Viewer, caseId: number): void
  release(ctx: Context, viewer: Viewer, caseId: number): void
  openWords: OpenWords
}

const listed = z.object({ ...cursors, limit: pageSize(100, 200) })
const ended = { enable: 'freeze', unsilence: 'limit', unsuspend: 'suspend' } as const

function readReport(ctx: Context, viewer: Viewer, given: Given, reportId: number) {
  const row = reportById(ctx.db, { id: reportId })
  const [found] = row ? presentReports(ctx, viewer, [row], given.openWords) : []
  if (!found || !row) throw notFound('Record not found')
  return { row, found }
}

const accountRoutes = (given: Given): readonly Route[] => [
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
  ...(['enable', 'unsilence', 'unsuspend'] as const).map((verb) =>
    post(`${people}/:id/${verb}`, { ...deciding, form: one }, (ctx, { viewer, form }) => {
      undo(ctx, viewer, given, form.id, ended[verb])
      return readOne(ctx, form.id)
    }),
  ),
]

const reportRoutes = (given: Given): readonly Route[] => [
  get(reports, { ...looking, form: listed }, (ctx, { viewer, form }) =>
    readPage(
      form,
      (range) => allReports(ctx.db, {}, range),
      (rows) => presentReports(ctx, viewer, rows, given.openWords).map((item) => ({ cursor: Number(item.id), item })),
    ),
  ),
  get(
    `${reports}/:id`,
    { ...looking, form: z.object({ id }) },
    (ctx, { viewer, form }) => readReport(ctx, viewer, given, form.id).found,
  ),
  ...(['claim', 'release'] as const).map((verb) =>
    post(
      `${reports}/:id/${verb === 'claim' ? 'assign_to_self' : 'unassign'}`,
      { ...handling, form: one },
      (ctx, { viewer, form }) => {
        given[verb](ctx, viewer, readReport(ctx, viewer, given, form.id).row.caseId)
        return readReport(ctx, viewer, given, form.id).found
      },
    ),
  ),
  post(`${reports}/:id/resolve`, { ...handling, form: one }, (ctx, { viewer, form }) => {
    const { row } = readReport(ctx, viewer, given, form.id)
    given.decide(ctx, viewer, { id: row.caseId, actions: [], rule: '', statement: '', reason: '', keep_open: false })
    return readReport(ctx, viewer, given, form.id).found
  }),
]

/** Mastodon's API for staff on people and reports, under all that holds for decisions here. */
export const adminAccountRoutes = (given: Given): readonly Route[] => [...accountRoutes(given), ...reportRoutes(given)]
