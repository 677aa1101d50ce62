import { z } from 'zod'
import { cursors, id, pageSize } from '../../http/forms.ts'
import { get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import {
  appealForm,
  appealLinked,
  appealOwn,
  linkedForm,
  linkForm,
  readLinked,
  readOne,
  readOwn,
} from './appeals/appeal.ts'
import { followForm, followLinked, followOwn, linkedFollowForm } from './appeals/follow/follow-up.ts'
import { readQuestions, sayForm, sayMocked } from './mocked/mocked.ts'
import { readRequest, request, requestForm, secretForm } from './outside/request.ts'
import { reportForm } from './reports/make.ts'
import { addTo, readReport, readReports } from './reports/own.ts'
import { type KeepingApart, mastodonForm, report, reportAsMastodon } from './reports/report.ts'

const path = '/api/community/v1'
const one = z.object({ id })
const page = z.object({ ...cursors, limit: pageSize(20, limits.pageReports) })
const addition = one.extend({ text: z.string().trim().min(1).max(limits.reportComment) })
const writes = { access: 'member', scope: 'write:reports', limit: 'report' } as const

/** One's own reports. Nothing of it waits for the rules. */
export const reportRoutes = (apart: KeepingApart): readonly Route[] => [
  post('/api/v1/reports', { ...writes, form: mastodonForm }, (ctx, { viewer, form }) =>
    reportAsMastodon(ctx, viewer, form),
  ),
  post(
    `${path}/reports`,
    { ...writes, form: reportForm, summary: 'Reports somebody, and gives the receipt.' },
    (ctx, { viewer, form }) => report(apart)(ctx, viewer, form),
  ),
  get(
    `${path}/reports`,
    { access: 'member', scope: 'read', form: page, summary: 'What you reported, newest first.' },
    (ctx, { viewer, form }) => readReports(ctx, viewer, form),
  ),
  get(
    `${path}/reports/:id`,
    { access: 'member', scope: 'read', form: one, summary: 'One report of yours.' },
    (ctx, { viewer, form }) => readReport(ctx, viewer, form.id),
  ),
  post(
    `${path}/reports/:id/additions`,
    { ...writes, form: addition, summary: 'Adds to a report of yours.' },
    (ctx, { viewer, form }) => addTo(ctx, viewer, form),
  ),
]

/** What one is asked about an account that may mock one. */
export const mockedRoutes: readonly Route[] = [
  get(
    `${path}/reports/mocked`,
    { access: 'member', scope: 'read', summary: 'Whether accounts that may mock you should be dealt with.' },
    (ctx, { viewer }) => readQuestions(ctx, viewer),
  ),
  post(
    `${path}/reports/mocked/:id`,
    { ...writes, form: sayForm, summary: 'Says whether they should.' },
    (ctx, { viewer, form }) => sayMocked(ctx, viewer, form),
  ),
]

/** Decisions about oneself, and appeals against them. */
export const decisionRoutes: readonly Route[] = [
  get(
    `${path}/decisions`,
    { access: 'member', scope: 'read', summary: 'What was decided about you.' },
    (ctx, { viewer }) => readOwn(ctx, viewer),
  ),
  get(
    `${path}/decisions/:id`,
    { access: 'member', scope: 'read', form: one, summary: 'One decision about you.' },
    (ctx, { viewer, form }) => readOne(ctx, viewer, form.id),
  ),
  post(
    `${path}/appeals/:id`,
    { ...writes, form: appealForm.extend({ id }), summary: 'Appeals a decision about you, once.' },
    (ctx, { viewer, form }) => appealOwn(ctx, viewer, form),
  ),
  post(
    `${path}/appeals/link/read`,
    { access: 'public', form: linkForm, limit: 'check', summary: 'The decision that a link of a mail is about.' },
    (ctx, { form }) => readLinked(ctx, form.token),
  ),
  post(
    `${path}/appeals/link`,
    {
      access: 'public',
      form: linkedForm,
      limit: 'check',
      summary: 'Appeals by the link of a mail, for who is locked out.',
    },
    (ctx, { form }) => appealLinked(ctx, form),
  ),
  post(
    `${path}/appeals/:id/follow-up`,
    { ...writes, form: followForm.extend({ id }), summary: 'Writes once to the answer to your appeal.' },
    (ctx, { viewer, form }) => followOwn(ctx, viewer, form),
  ),
  post(
    `${path}/appeals/link/follow-up`,
    {
      access: 'public',
      form: linkedFollowForm,
      limit: 'check',
      summary: 'The same by the link of a mail, for who is locked out.',
    },
    (ctx, { form }) => followLinked(ctx, form),
  ),
]

/** For people without an account: intimate pictures of them, to be taken down. */
export const outsideRoutes: readonly Route[] = [
  post(
    `${path}/takedowns`,
    {
      access: 'public',
      form: requestForm,
      limit: 'signUp',
      summary: 'Asks for intimate pictures of oneself to be taken down, without an account.',
    },
    (ctx, { form }) => request(ctx, form),
  ),
  post(
    `${path}/takedowns/read`,
    { access: 'public', form: secretForm, limit: 'check', summary: 'How such a request stands, by its secret.' },
    (ctx, { form }) => readRequest(ctx, form.token),
  ),
]
