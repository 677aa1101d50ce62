import { z } from 'zod'
import type { MediationComplaint, MediationOutcome } from '../../../../shared/api/mediation-team.ts'
import { findMove } from '../../../../shared/mediation/moves.ts'
import type { Context } from '../../../context.ts'
import { dayOf } from '../../../core/clock.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { type AlertContent, openAlert } from '../alerts.ts'
import { append, readCase } from '../cases.ts'
import { noteCooling } from '../matching/queries.ts'
import { tellMember } from '../notices.ts'
import { presentPeople } from '../people.ts'
import { caseById } from '../queries.ts'
import { alertsOf } from '../triage/queries.ts'
import { type Complaint, isVacant, judgesOf, mayJudge, mayTakeOn, stageOf } from './complaint.ts'
import { readText } from './post.ts'
import { settleAlert } from './queries.ts'

const words = z.string().trim().min(1).max(limits.mediationStory)

/** How a complaint is answered. */
export const answerForm = z.object({ outcome: z.enum(['none', 'apology', 'replacement', 'pause']), text: words })

/** Why an answer is not enough. */
export const furtherForm = z.object({ text: z.string() })

const allOf = (ctx: Context): Complaint[] =>
  alertsOf(ctx.db, { kinds: '["complaint"]', most: limits.pageMediations }).map((row) => ({
    row,
    content: openAlert(ctx, row),
  }))

/** The complaints that the viewer has to answer, and their own with what was answered; of one case, where it is given. */
export function readComplaints(ctx: Context, viewer: Viewer, caseId?: number): MediationComplaint[] {
  const found = allOf(ctx)
    .filter(({ content }) => caseId === undefined || content.caseId === caseId)
    .filter((complaint) => complaint.content.by === viewer.accountId || mayJudge(ctx, viewer, complaint))
  const people = presentPeople(
    ctx,
    found.map(({ content }) => content.accountId ?? 0),
  )
  return found.map((complaint) => {
    const { row, content } = complaint
    return {
      id: String(row.id),
      at: presentTime(row.createdAt),
      due_at: presentTime(row.dueAt ?? row.createdAt),
      text: content.text ?? '',
      mediator: people.get(content.accountId ?? 0) ?? null,
      yours: content.by === viewer.accountId,
      outcome: content.answer?.outcome ?? null,
      answer: content.answer?.text ?? null,
      further: content.further ?? null,
      last_outcome: content.lastAnswer?.outcome ?? null,
      last_answer: content.lastAnswer?.text ?? null,
      can_take_on: mayTakeOn(viewer, complaint),
      vacant: isVacant(ctx, complaint),
    }
  })
}

/** What follows on an answer: another mediator for a case that still goes, or a rest from the pool. */
function follow(ctx: Context, { content }: Complaint, outcome: MediationOutcome): void {
  const { accountId, caseId } = content
  if (outcome === 'pause' && accountId !== undefined)
    noteCooling(ctx.db, { accountId, until: dayOf(ctx.now()) + limits.mediationPoolPause })
  const row = outcome === 'replacement' && caseId !== undefined ? caseById(ctx.db, { id: caseId }) : undefined
  if (!row) return
  const loaded = readCase(row)
  if (['opening', 'active'].includes(row.state) && findMove(loaded.now, 'system', 'mediator_gone'))
    append(ctx, loaded.id, 'system', 'mediator_gone')
}

/** Seals what became of a complaint anew; inside a transaction. */
function keep(ctx: Context, { row: { id, dueAt } }: Complaint, content: AlertContent, due = dueAt): void {
  const sealed = ctx.vault.seal(JSON.stringify(content))
  settleAlert(ctx.db, { id, sealed, dueAt: due, until: ctx.now() + limits.mediationComplaintKept })
}

/** Answers a complaint. Throws 404 for who may not judge it, 409 for one that was answered. */
export function answerComplaint(
  ctx: Context,
  viewer: Viewer,
  id: number,
  { outcome, text }: z.infer<typeof answerForm>,
): void {
  const complaint = allOf(ctx).find(({ row }) => row.id === id)
  if (!complaint) throw notFound()
  const stage = stageOf(ctx, complaint)
  const isOneOfThem = holds(viewer, 'coordinate_mediation') || holds(viewer, 'oversee_mediation')
  if (!stage && isOneOfThem && complaint.content.by !== viewer.accountId)
    throw conflict('This complaint was answered already.')
  if (!stage || !mayJudge(ctx, viewer, complaint)) throw notFound()
  const { by } = complaint.content
  const last = stage === 'steward' || (stage === 'either' && !holds(viewer, 'coordinate_mediation'))
  const answer = { outcome, text, by: viewer.accountId, last }
  const isFurther = complaint.content.further !== undefined
  ctx.transact(() => {
    keep(ctx, complaint, { ...complaint.content, ...(isFurther ? { lastAnswer: answer } : { answer }) })
    follow(ctx, complaint, outcome)
    if (by !== undefined) tellMember(ctx, by)
  })
}

/**
 * Takes one's own complaint on to a steward, once, because the answer was not enough. Throws 404 for anybody else, 409
 * where it has no answer yet or the last one was given.
 */
export function takeOn(ctx: Context, viewer: Viewer, id: number, form: z.infer<typeof furtherForm>): void {
  const complaint = allOf(ctx).find(({ row, content }) => row.id === id && content.by === viewer.accountId)
  if (!complaint) throw notFound()
  if (!mayTakeOn(viewer, complaint)) throw conflict('This complaint cannot be taken to a steward now.')
  const content = { ...complaint.content, further: readText(form.text) }
  ctx.transact(() => {
    keep(ctx, complaint, content, ctx.now() + limits.mediationComplaint)
    for (const accountId of judgesOf(ctx, { ...complaint, content })) tellMember(ctx, accountId)
  })
}
