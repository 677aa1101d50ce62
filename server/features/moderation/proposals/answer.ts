import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { conflict, forbidden } from '../../../core/errors.ts'
import { id } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { partiesOf } from '../cases/conflicts.ts'
import { checkDecision, needsTwo, ruleOf } from '../decide/check.ts'
import { askReader, checkOpen, close, timesOf } from '../decide/decide.ts'
import { decisionForm } from '../decide/form.ts'
import { outcomeOf, tellReporters } from '../decide/settle.ts'
import { take } from '../decide/take.ts'
import { checkMocked, endMeanwhile } from '../mocked/mocked.ts'
import { checkNames } from '../reading/names.ts'
import { findProposal, openProposed, type Proposed } from './propose.ts'
import { endProposal } from './queries.ts'
import { refusalOf } from './second.ts'

const reason = z.string().trim().min(1).max(limits.moderationNote)

/** How the second person answers: `sha256` says which words they read. `lower` comes with a milder decision. */
export const answerForm = z.object({
  id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  answer: z.enum(['confirm', 'reject', 'lower']),
  reason,
  instead: decisionForm.optional(),
})
/** An answer to a proposal. */
export type AnswerForm = z.infer<typeof answerForm>

const why = {
  own: 'You proposed this. Somebody else has to confirm it.',
  invite: 'One of you came by an invite of the other. Somebody else has to confirm it.',
  conflict: 'Something stands between you and somebody in this case. Somebody else has to confirm it.',
  role: 'You may not confirm this.',
}

const states = { confirm: 'confirmed', reject: 'rejected', lower: 'lowered' } as const

type Found = ReturnType<typeof findProposal>

function carryOut(ctx: Context, { proposal, row }: Found, me: number, form: Proposed, isLower: boolean): void {
  const rule = ruleOf(ctx, form)
  if (needsTwo(ctx, row, form.actions)) checkMocked(ctx, row.id, form)
  const targetId = checkDecision(ctx, row, form, rule)
  // who confirms has read the words; what they write instead somebody else reads
  const times = timesOf(ctx, isLower ? form : { ...form, second_reader: false })
  if (isLower) checkNames(ctx, row, form)
  const byId = proposal.byId ?? me
  take(ctx, { row, targetId, byId, secondId: me, rule, said: form, ...times, reviewed: true }, form.actions)
  askReader(ctx, row, me, times)
  close(ctx, row, me)
  // whoever was harmed hears of a removal before it shows
  const kinds = form.actions.map(({ kind }) => kind)
  if (kinds.includes('remove')) tellReporters(ctx, row.id, outcomeOf(kinds))
}

/** What is done instead: milder, and nothing that would itself need two. Throws 409. */
function lowered(ctx: Context, found: Found, form: AnswerForm): Proposed {
  const instead = form.instead ?? decisionForm.parse({})
  if (needsTwo(ctx, found.row, instead.actions)) {
    throw conflict('That needs two as well. Propose it anew, and somebody else confirms it.', { code: 'needs_two' })
  }
  return { ...instead, keep_open: false, checked: [] }
}

/**
 * The second person's answer, with their own reason. Throws 403 (`second_person`) for the same person, one linked to
 * them by invite or in a conflict, 409 where the words are others than those read, or somebody was faster.
 */
export function answerProposal(ctx: Context, viewer: Viewer, form: AnswerForm): void {
  ctx.transact(() => {
    const found = findProposal(ctx, viewer, form.id)
    const { proposal, row } = found
    const me = viewer.accountId
    const refusal = refusalOf(ctx, me, proposal.byId, partiesOf(ctx, row))
    const isWithdrawn = form.answer === 'reject' && refusal === 'own'
    if (refusal && !isWithdrawn) throw forbidden(why[refusal], { code: 'second_person' })
    checkOpen(row)
    const state = isWithdrawn ? 'withdrawn' : states[form.answer]
    const answer = ctx.vault.seal(form.reason)
    if (endProposal(ctx.db, { id: form.id, state, by: me, now: ctx.now(), answer, sha: form.sha256 }) === 0) {
      throw conflict('This was changed or decided since you read it. Read it again.', { code: 'changed' })
    }
    logAct(ctx, { verb: `proposal_${state}`, byId: me, caseId: row.id, detail: { kind: proposal.kind } })
    if (state === 'confirmed') {
      carryOut(ctx, found, me, openProposed(ctx, proposal), false)
      ctx.emit('proposalConfirmed', { proposalId: form.id })
    }
    if (state === 'lowered') carryOut(ctx, found, me, lowered(ctx, found, form), true)
    const isDone = state === 'confirmed' || (state === 'lowered' && (form.instead?.actions.length ?? 0) > 0)
    endMeanwhile(ctx, row.id, isDone)
  })
}
