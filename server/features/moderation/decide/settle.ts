import type { Outcome } from '../../../../shared/api/moderation.ts'
import type { Context } from '../../../context.ts'
import type { Worker } from '../../../core/queue/worker.ts'
import type { Jobs } from '../../../job-payloads.ts'
import { limits } from '../../../limits.ts'
import { caseById, keepUntil } from '../cases/queries.ts'
import { sendUnread, waitsForReader } from '../reading/read.ts'
import { settleReports, toldOfCase, unsettleReports, untoldOfCase } from '../reports/queries.ts'
import { complete } from './effects.ts'
import { type ActionRow, actionById, actionsOfCase, replaceOthers, settleAction } from './queries.ts'
import { tellPerson } from './tell.ts'

const mild: readonly ActionRow['kind'][] = ['note']

/** How a case ended, as much as reporters are told. */
export function outcomeOf(kinds: readonly ActionRow['kind'][]): Outcome {
  if (kinds.includes('remove')) return 'removed'
  if (kinds.some((kind) => !mild.includes(kind))) return 'acted'
  return kinds.length > 0 ? 'noted' : 'nothing'
}

/** Tells everybody who reported in a case how it ended; who is told already is not told again. In a transaction. */
export function tellReporters(ctx: Context, caseId: number, outcome: Outcome): void {
  for (const { id, reporterId } of untoldOfCase(ctx.db, { caseId })) {
    ctx.emit('noticeGiven', { accountId: reporterId, kind: 'report_decided', ref: id })
  }
  settleReports(ctx.db, { caseId, outcome, now: ctx.now() })
}

/** Takes back what reporters in a case were told since a time: what comes of it in the end they are told anew. */
export function untellReporters(ctx: Context, caseId: number, since: number): void {
  for (const { id, reporterId } of toldOfCase(ctx.db, { caseId, since })) {
    if (reporterId !== null) ctx.emit('noticeTakenBack', { accountId: reporterId, kind: 'report_decided', ref: id })
  }
  unsettleReports(ctx.db, { caseId, since })
}

/** Whether it was settled now. */
function settleOne(ctx: Context, action: ActionRow): boolean {
  const now = ctx.now()
  const { id, kind, targetId, caseId } = action
  const removes = kind === 'remove'
  const appealUntil = now + limits.appealWithin
  const purgeAt = removes ? now + limits.purgeAfter : null
  if (settleAction(ctx.db, { id, now, appealUntil, purgeAt }) === 0) return false
  complete(ctx, action)
  if (removes && targetId !== null && purgeAt !== null) {
    replaceOthers(ctx.db, { targetId, but: id, now, by: action.secondId })
    ctx.queue.add('purgeRemoved', { actionId: id, at: purgeAt }, { at: purgeAt })
    keepUntil(ctx.db, { id: caseId, until: now + limits.removedKept })
  }
  sendUnread(ctx, action)
  ctx.emit('actionSettled', { actionId: id })
  return true
}

/** Whether something is what a case came to: somebody decided it, and it was not taken back. */
export const isOutcome = ({ byId, overWhy }: ActionRow) =>
  byId !== null && (overWhy === null || overWhy === 'time' || overWhy === 'replaced' || overWhy === 'reworded')

/** Past the time in which a decision could be undone: it is carried out for good, and people are told. */
export const settleDecision: Worker<Context, Jobs['settleDecision']> = {
  run(ctx, { caseId }) {
    ctx.transact(() => {
      const row = caseById(ctx.db, { id: caseId })
      if (!row) return
      const now = ctx.now()
      const all = actionsOfCase(ctx.db, { caseId })
      const settled = all.filter(
        (one) => one.settledAt === null && one.overAt === null && one.settlesAt <= now && settleOne(ctx, one),
      )
      for (const { id } of settled) {
        const action = actionById(ctx.db, { id })
        if (action) tellPerson(ctx, action)
      }
      // whoever reported hears of it when the person does
      if (all.some((one) => waitsForReader(one) && one.settlesAt > now)) return
      if (row.state !== 'decided' || (row.decidedAt ?? now) + limits.decisionUndo > now) return
      tellReporters(ctx, caseId, outcomeOf(all.filter(isOutcome).map(({ kind }) => kind)))
    })
  },
}
