import { z } from 'zod'
import type { Context } from '../../context.ts'
import { Refusal } from '../../core/errors.ts'
import { flag, id } from '../../http/forms.ts'
import { get, post, put, type Route } from '../../http/route.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { act } from './act.ts'
import { changeChoices, choicesForm } from './choices/change.ts'
import { presentChoices } from './choices/read.ts'
import { exceptionRoutes } from './exceptions/routes.ts'
import { readFigures } from './figures/figures.ts'
import { guestRoutes } from './guests/routes.ts'
import { intakeForm } from './intake/form.ts'
import { startCase } from './intake/submit.ts'
import { readInvitation, readInvitations } from './invitation/present.ts'
import { readOwn, readWaitingCount } from './lists.ts'
import { readDesk } from './matching/desk.ts'
import { changeProfile, checkMediator, profileForm } from './matching/profile.ts'
import { presentCase } from './present.ts'
import { roomRoutes } from './room/routes.ts'
import { readEvidence, readReports, settleForm, settleReport } from './safety/reports.ts'
import { findSeat } from './seats.ts'
import { alertThread } from './triage/alert-thread.ts'
import { askDebrief, debriefForm, takeDebrief } from './triage/debriefs.ts'
import { readTriage } from './triage/page.ts'

const path = '/api/community/v1/mediations'
const read = { access: 'member', scope: 'read:mediation' } as const
const write = { access: 'member', scope: 'write:mediation' } as const
const one = z.object({ id })
const action = z.looseObject({ id, verb: z.string().max(40) })
const start = intakeForm.extend({ draft: flag.default(false) })

const show = (ctx: Context, viewer: Viewer, caseId: number) => presentCase(ctx, findSeat(ctx, viewer, caseId))

/** What is left of a case for who just acted in it; nothing, where it is gone for them. */
function showIfThere(ctx: Context, viewer: Viewer, caseId: number): unknown {
  try {
    return show(ctx, viewer, caseId)
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.status === 404) return {}
    throw thrown
  }
}

function doAction(ctx: Context, viewer: Viewer, { id: caseId, ...given }: z.infer<typeof action>): unknown {
  act(ctx, viewer, caseId, given)
  return showIfThere(ctx, viewer, caseId)
}

const own: readonly Route[] = [
  post(
    path,
    {
      access: 'poster',
      scope: 'write:mediation',
      form: start,
      summary: 'Asks for a mediator; with `draft` only begins to write it. What the other person chose is never told.',
    },
    (ctx, { viewer, form }) => show(ctx, viewer, startCase(ctx, viewer, form)),
  ),
  get(path, { ...read, summary: 'Your own cases.' }, (ctx, { viewer }) => readOwn(ctx, viewer)),
  get(`${path}/waiting`, { ...read, summary: 'How much waits for you.' }, (ctx, { viewer }) =>
    readWaitingCount(ctx, viewer),
  ),
  get(
    `${path}/choices`,
    { ...read, summary: 'What you decided about requests, mails and quiet hours.' },
    (ctx, { viewer }) => presentChoices(ctx, viewer.accountId),
  ),
  put(
    `${path}/choices`,
    { ...write, form: choicesForm, summary: 'Changes what you decided.' },
    (ctx, { viewer, form }) => {
      changeChoices(ctx, viewer.accountId, form)
      return presentChoices(ctx, viewer.accountId)
    },
  ),
  post(
    `${path}/thread-alerts`,
    {
      access: 'poster',
      scope: 'write:mediation',
      form: z.object({ status_id: id }),
      summary: 'Lets coordinators know about a thread; nobody in it is told.',
    },
    (ctx, { viewer, form }) => alertThread(ctx, viewer, form.status_id),
  ),
]

const invitations: readonly Route[] = [
  get(`${path}/invitations`, { ...read, summary: 'Invitations that wait for your answer.' }, (ctx, { viewer }) =>
    readInvitations(ctx, viewer),
  ),
  get(
    `${path}/invitations/:id`,
    { ...read, form: one, summary: 'An invitation; who asked only after `see`.' },
    (ctx, { viewer, form }) => readInvitation(ctx, viewer, form.id),
  ),
  post(
    `${path}/invitations/:id/actions`,
    { ...write, form: action, summary: 'Answers an invitation: see, consent, decline or report.' },
    (ctx, { viewer, form }) => doAction(ctx, viewer, form),
  ),
]

const team: readonly Route[] = [
  get(`${path}/desk`, { ...read, summary: 'The mediator’s own cases and profile.' }, (ctx, { viewer }) =>
    readDesk(ctx, viewer),
  ),
  put(
    `${path}/desk/profile`,
    { ...write, form: profileForm, summary: 'Changes what a volunteer says about themselves.' },
    (ctx, { viewer, form }) => {
      checkMediator(viewer)
      changeProfile(ctx, viewer.accountId, form)
      return readDesk(ctx, viewer)
    },
  ),
  post(
    `${path}/desk/debriefs`,
    { ...write, form: debriefForm, summary: 'Asks to talk a hard case over with a coordinator, and for a quiet week.' },
    (ctx, { viewer, form }) => {
      readDesk(ctx, viewer)
      askDebrief(ctx, viewer, form)
      return readDesk(ctx, viewer)
    },
  ),
  post(
    `${path}/triage/debriefs/:id/take`,
    { ...write, form: one, summary: 'Says that you talk a hard case over with its mediator.' },
    (ctx, { viewer, form }) => {
      takeDebrief(ctx, viewer, form.id)
      return readTriage(ctx, viewer)
    },
  ),
  get(`${path}/triage`, { ...read, summary: 'Requests that wait for a coordinator.' }, (ctx, { viewer }) =>
    readTriage(ctx, viewer),
  ),
  get(
    `${path}/reports`,
    { ...read, summary: 'What members sent to moderators from the safety page.' },
    (ctx, { viewer }) => readReports(ctx, viewer),
  ),
  post(
    `${path}/reports/:id/settle`,
    { ...write, form: settleForm.extend({ id }), summary: 'Takes one of these off the list, saying how it ended.' },
    (ctx, { viewer, form }) => settleReport(ctx, viewer, form.id, form),
  ),
  get(
    `${path}/reports/:id/evidence`,
    { ...read, form: one, summary: 'The copy of the evidence that came with one of these.' },
    (ctx, { viewer, form }) => readEvidence(ctx, viewer, form.id),
  ),
  get(`${path}/statistics`, { access: 'public', summary: 'Past years in figures that name nobody.' }, (ctx) =>
    readFigures(ctx),
  ),
]

/** Mediation: asking, answering, choosing, and the pages of those who help. Plain paths come before those with an id. */
export const mediationRoutes: readonly Route[] = [
  ...own,
  ...invitations,
  ...team,
  ...guestRoutes,
  ...exceptionRoutes,
  ...roomRoutes,
  get(`${path}/:id`, { ...read, form: one, summary: 'A case as you may see it.' }, (ctx, { viewer, form }) =>
    show(ctx, viewer, form.id),
  ),
  post(
    `${path}/:id/actions`,
    { ...write, form: action, summary: 'Does something in a case; what can be done now stands in its `actions`.' },
    (ctx, { viewer, form }) => doAction(ctx, viewer, form),
  ),
]
