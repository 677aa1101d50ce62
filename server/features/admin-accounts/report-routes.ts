import { z } from 'zod'
import type { AdminReport } from '../../../shared/api/admin.ts'
import type { ReportKind } from '../../../shared/api/moderation.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { cursors, flag, id, listOf, pageSize } from '../../http/forms.ts'
import { readPage } from '../../http/pages.ts'
import { get, post, put, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { allReports, reportById } from '../moderation/reports/queries.ts'
import type { Verbs } from './act.ts'
import { one } from './list.ts'
import { type OpenWords, presentReports } from './reports.ts'

const reports = '/api/v1/admin/reports'
const looking = { access: 'member', held: 'reports', scope: 'admin:read:reports' } as const
const handling = { access: 'member', held: 'reports', scope: 'admin:write:reports' } as const

/** What a report is said to be about: in words of its own, or by the rules that it names. */
type ReportChange = { id: number; kind?: ReportKind | undefined; rules?: readonly string[] | undefined }

/** What is done with reports; these verbs belong to another feature. */
export type Handling = Pick<Verbs, 'decide'> & {
  claim(ctx: Context, viewer: Viewer, caseId: number): void
  release(ctx: Context, viewer: Viewer, caseId: number): void
  reopen(ctx: Context, viewer: Viewer, caseId: number): void
  change(ctx: Context, viewer: Viewer, change: ReportChange): void
  openWords: OpenWords
}

const listed = z.object({
  ...cursors,
  limit: pageSize(100, 200),
  resolved: flag.default(false),
  account_id: id.default(0),
  target_account_id: id.default(0),
})

const changeForm = one.extend({
  category: z.enum(['other', 'spam', 'legal', 'violation']).optional(),
  rule_ids: listOf(z.string().max(60), limits.reportRules).optional(),
})

function readReport(ctx: Context, viewer: Viewer, given: Handling, reportId: number) {
  const row = reportById(ctx.db, { id: reportId })
  const [found] = row ? presentReports(ctx, viewer, [row], given.openWords) : []
  if (!found || !row) throw notFound('Record not found')
  return { row, found }
}

/** The kind of report that a category is; what is of that category already stays what it is. */
function kindOf(found: AdminReport, category: z.infer<typeof changeForm>['category']): ReportChange['kind'] {
  if (category === undefined || category === found.category) return undefined
  return category === 'violation' ? 'rule' : category
}

const claims = { assign_to_self: 'claim', unassign: 'release', reopen: 'reopen' } as const

/** Mastodon's API for staff on reports. A case holds all reports about one person, so its state is that of each. */
export const adminReportRoutes = (given: Handling): readonly Route[] => [
  get(reports, { ...looking, form: listed }, (ctx, { viewer, form }) =>
    readPage(
      form,
      (range) => {
        const state = form.resolved ? 'decided' : 'open'
        return allReports(ctx.db, { state, by: form.account_id, about: form.target_account_id }, range)
      },
      (rows) => presentReports(ctx, viewer, rows, given.openWords).map((item) => ({ cursor: Number(item.id), item })),
    ),
  ),
  get(
    `${reports}/:id`,
    { ...looking, form: one },
    (ctx, { viewer, form }) => readReport(ctx, viewer, given, form.id).found,
  ),
  put(`${reports}/:id`, { ...handling, form: changeForm }, (ctx, { viewer, form }) => {
    const { found } = readReport(ctx, viewer, given, form.id)
    given.change(ctx, viewer, { id: form.id, kind: kindOf(found, form.category), rules: form.rule_ids })
    return readReport(ctx, viewer, given, form.id).found
  }),
  ...(['assign_to_self', 'unassign', 'reopen'] as const).map((verb) =>
    post(`${reports}/:id/${verb}`, { ...handling, form: one }, (ctx, { viewer, form }) => {
      given[claims[verb]](ctx, viewer, readReport(ctx, viewer, given, form.id).row.caseId)
      return readReport(ctx, viewer, given, form.id).found
    }),
  ),
  post(`${reports}/:id/resolve`, { ...handling, form: one }, (ctx, { viewer, form }) => {
    const { row } = readReport(ctx, viewer, given, form.id)
    given.decide(ctx, viewer, { id: row.caseId, actions: [], rule: '', statement: '', reason: '', keep_open: false })
    return readReport(ctx, viewer, given, form.id).found
  }),
]
