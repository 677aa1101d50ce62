import { z } from 'zod'
import type { MediationComplaint } from '../../../../shared/api/mediation-team.ts'
import { findMove } from '../../../../shared/mediation/moves.ts'
import type { Context } from '../../../context.ts'
import { dayOf } from '../../../core/clock.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { type AlertContent, openAlert } from '../alerts.ts'
import { append, nameOf, readCase } from '../cases.ts'
import { noteCooling } from '../matching/queries.ts'
import { tellMember } from '../notices.ts'
import { presentPeople } from '../people.ts'
import { caseById, partsOf } from '../queries.ts'
import { type AlertRow, alertsOf } from '../triage/queries.ts'
import { coordinators, settleAlert } from './queries.ts'

/** What can come of a complaint. */
const outcomes = ['none', 'apology', 'replacement', 'pause'] as const

/** How a complaint is answered. */
export const answerForm = z.object({
  outcome: z.enum(outcomes),
  text: z.string().trim().min(1).max(limits.mediationStory),
})

type Complaint = { row: AlertRow; content: AlertContent }

const allOf = (ctx: Context): Complaint[] =>
  alertsOf(ctx.db, { kinds: '["complaint"]', most: limits.pageMediations }).map((row) => ({
    row,
    content: openAlert(ctx, row),
  }))

/** Whether somebody has or had any part in what is complained of: then they never judge it. */
const isInvolved = (ctx: Context, accountId: number, { content }: Complaint): boolean =>
  content.by === accountId ||
  content.accountId === accountId ||
  partsOf(ctx.db, { caseId: content.caseId ?? 0, who: nameOf(ctx, accountId) }).length > 0

/** A steward judges what no coordinator answered in time, and what none may judge. */
const isForSteward = (ctx: Context, complaint: Complaint): boolean =>
  (complaint.row.dueAt ?? 0) <= ctx.now() ||
  coordinators(ctx.db).every(({ accountId }) => isInvolved(ctx, accountId, complaint))

function mayJudge(ctx: Context, viewer: Viewer, complaint: Complaint): boolean {
  if (isInvolved(ctx, viewer.accountId, complaint) || complaint.content.answer) return false
  if (holds(viewer, 'coordinate_mediation')) return true
  return holds(viewer, 'oversee_mediation') && isForSteward(ctx, complaint)
}

/** The complaints that the viewer has to answer, and their own with what was answered. */
export function readComplaints(ctx: Context, viewer: Viewer): MediationComplaint[] {
  const found = allOf(ctx).filter(
    (complaint) => complaint.content.by === viewer.accountId || mayJudge(ctx, viewer, complaint),
  )
  const people = presentPeople(
    ctx,
    found.map(({ content }) => content.accountId ?? 0),
  )
  return found.map(({ row, content }) => ({
    id: String(row.id),
    at: presentTime(row.createdAt),
    due_at: presentTime(row.dueAt ?? row.createdAt),
    text: content.text ?? '',
    mediator: people.get(content.accountId ?? 0) ?? null,
    yours: content.by === viewer.accountId,
    outcome: content.answer?.outcome ?? null,
    answer: content.answer?.text ?? null,
  }))
}

/** What follows on an answer: another mediator for a case that still goes, or a rest from the pool. */
function follow(ctx: Context, { content }: Complaint, outcome: (typeof outcomes)[number]): void {
  const { accountId, caseId } = content
  if (outcome === 'pause' && accountId !== undefined)
    noteCooling(ctx.db, { accountId, until: dayOf(ctx.now()) + limits.mediationPoolPause })
  const row = outcome === 'replacement' && caseId !== undefined ? caseById(ctx.db, { id: caseId }) : undefined
  if (!row) return
  const loaded = readCase(row)
  if (['opening', 'active'].includes(row.state) && findMove(loaded.now, 'system', 'mediator_gone'))
    append(ctx, loaded.id, 'system', 'mediator_gone')
}

/** Answers a complaint. Throws 404 for who may not judge it, 409 for one that was answered. */
export function answerComplaint(
  ctx: Context,
  viewer: Viewer,
  id: number,
  { outcome, text }: z.infer<typeof answerForm>,
): void {
  const complaint = allOf(ctx).find(({ row }) => row.id === id)
  if (complaint?.content.answer && !isInvolved(ctx, viewer.accountId, complaint))
    throw conflict('This complaint was answered already.')
  if (!complaint || !mayJudge(ctx, viewer, complaint)) throw notFound()
  const { by } = complaint.content
  const content: AlertContent = { ...complaint.content, answer: { outcome, text } }
  ctx.transact(() => {
    const sealed = ctx.vault.seal(JSON.stringify(content))
    settleAlert(ctx.db, { id, sealed, until: ctx.now() + limits.mediationComplaintKept })
    follow(ctx, complaint, outcome)
    if (by !== undefined) tellMember(ctx, by)
  })
}
