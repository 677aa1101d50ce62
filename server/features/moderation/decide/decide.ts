import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { conflict } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { checkClaim, findCase } from '../cases/claim.ts'
import { checkConflicts, partiesOf } from '../cases/conflicts.ts'
import { tellTeam } from '../cases/join.ts'
import { type CaseRow, setState } from '../cases/queries.ts'
import { openProposalOf } from '../proposals/queries.ts'
import { checkNames } from '../reading/names.ts'
import { setSuggested } from '../reports/queries.ts'
import { checkDecision, checkSuggestion, needsTwo, ruleOf } from './check.ts'
import type { DecisionForm } from './form.ts'
import { take } from './take.ts'

/** Closes a case, told to nobody until its time to undo it is over. In a transaction. */
export function close(ctx: Context, { id }: CaseRow, byId: number | undefined): void {
  const now = ctx.now()
  const at = now + limits.decisionUndo
  setState(ctx.db, { id, state: 'decided', decidedAt: now, forgetAt: at + limits.appealWithin + limits.caseKept })
  ctx.queue.add('settleDecision', { caseId: id, at }, { at })
  logAct(ctx, { verb: 'case_decided', ...(byId !== undefined && { byId }), caseId: id })
  ctx.emit('caseDecided', { caseId: id })
}

/** When people are told of a decision, and until when somebody else reads the words to them where that was asked for. */
export function timesOf(ctx: Context, { second_reader: isRead, statement, actions }: DecisionForm) {
  const now = ctx.now()
  if (!isRead || statement === '' || actions.length === 0) return { settlesAt: now + limits.decisionUndo }
  return { settlesAt: now + limits.readingWithin, readDueAt: now + limits.readingWithin }
}

/** Asks those who decide on reports to read the words of a decision, where that waits. */
export function askReader(
  ctx: Context,
  row: CaseRow,
  byId: number,
  { settlesAt, readDueAt }: ReturnType<typeof timesOf>,
) {
  if (readDueAt === undefined) return
  ctx.queue.add('settleDecision', { caseId: row.id, at: settlesAt }, { at: settlesAt })
  tellTeam(ctx, row.id, [byId, row.targetId ?? 0, ...partiesOf(ctx, row).reporterIds])
}

/** Refuses (409) what only an open case takes. */
export function checkOpen({ state }: CaseRow): void {
  if (state !== 'open') throw conflict('This was decided meanwhile. Load it again to see how.', { code: 'decided' })
}

/**
 * Decides a case, or does in it what cannot wait. It works at once; people are told ten minutes later. Throws 403 in a
 * conflict, 404, 409 (`needs_two`: propose it instead), 422.
 */
export function decide(ctx: Context, viewer: Viewer, { id, ...form }: DecisionForm & { id: number }): void {
  ctx.transact(() => {
    const row = findCase(ctx, viewer, id)
    const me = viewer.accountId
    checkOpen(row)
    checkClaim(ctx, row, me)
    checkConflicts(ctx, me, partiesOf(ctx, row))
    const rule = ruleOf(ctx, form)
    const targetId = form.actions.length === 0 ? 0 : checkDecision(ctx, row, form, rule)
    checkSuggestion(ctx, row, form)
    if (needsTwo(ctx, row, form.actions)) {
      throw conflict('One person cannot decide this. Propose it, and somebody else confirms it or not.', {
        code: 'needs_two',
      })
    }
    if (!form.keep_open && openProposalOf(ctx.db, { caseId: id })) {
      throw conflict('Something is proposed here and waits for a second person.', { code: 'proposed' })
    }
    checkNames(ctx, row, form)
    const times = timesOf(ctx, form)
    take(ctx, { row, targetId, byId: me, rule, said: form, ...times, reviewed: false }, form.actions)
    askReader(ctx, row, me, times)
    const { settlesAt } = times
    if (form.keep_open) ctx.queue.add('settleDecision', { caseId: id, at: settlesAt }, { at: settlesAt })
    else {
      setSuggested(ctx.db, { caseId: row.id, on: form.suggest_mediator ? 1 : 0 })
      close(ctx, row, me)
    }
  })
}
