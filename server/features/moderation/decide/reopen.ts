import type { CaseKind } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { conflict } from '../../../core/errors.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { findCase } from '../cases/claim.ts'
import { checkConflicts, partiesOf } from '../cases/conflicts.ts'
import { urgencyOf, worse } from '../cases/kinds.ts'
import { addReports, type CaseRow, openCaseOf, setState } from '../cases/queries.ts'
import { moveReports } from '../reports/queries.ts'
import { untellReporters } from './settle.ts'

/** Opens a case again, or gives its reports to the one that was opened meanwhile: of each person there is one. */
export function openAgain(ctx: Context, { id, targetId, kind, reports, dueAt, decidedAt }: CaseRow): void {
  untellReporters(ctx, id, decidedAt ?? ctx.now())
  const other = targetId === null ? undefined : openCaseOf(ctx.db, { targetId })
  if (!other) return void setState(ctx.db, { id, state: 'open', decidedAt: null, forgetAt: null })
  moveReports(ctx.db, { from: id, to: other.id })
  // written by us, from the same list
  const both = worse(other.kind as CaseKind, kind as CaseKind)
  addReports(ctx.db, { id: other.id, count: reports, kind: both, urgency: urgencyOf(both), dueAt })
}

/**
 * Opens a decided case again, because something new came up. What was done stands until it is ended in its own way;
 * reporters hear anew what comes of it. Throws 403 in a conflict, 404, 409 where it is open.
 */
export function reopen(ctx: Context, viewer: Viewer, caseId: number): void {
  ctx.transact(() => {
    const row = findCase(ctx, viewer, caseId)
    checkConflicts(ctx, viewer.accountId, partiesOf(ctx, row))
    if (row.state === 'open') throw conflict('This case is open.', { code: 'open' })
    openAgain(ctx, row)
    logAct(ctx, { verb: 'case_reopened', byId: viewer.accountId, caseId })
  })
}
