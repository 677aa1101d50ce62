import type { CaseKind } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { rolesThatMay } from '../../../policies/roles.ts'
import { acctOf } from '../../accounts/present.ts'
import { type AccountRow, membersWithRoles } from '../../accounts/queries.ts'
import { skippedBy } from '../skips/skips.ts'
import { dueOf } from './clocks.ts'
import { urgencyOf, worse } from './kinds.ts'
import { addReports, caseById, insertCase, openCaseOf } from './queries.ts'

/** What a report brings to a case. */
type Joining = { target: AccountRow; kind: CaseKind; reporterId: number | undefined }

/** The open case about somebody with one more report, or a new one; tells those who decide. Gives its id. */
export function joinCase(ctx: Context, { target, kind, reporterId }: Joining): number {
  const now = ctx.now()
  const known = openCaseOf(ctx.db, { targetId: target.id })
  // written by us, from the same list
  const both = known ? worse(known.kind as CaseKind, kind) : kind
  const urgency = urgencyOf(both)
  const caseId = known?.id ?? ctx.newId()
  const dueAt = dueOf(ctx, kind, now)
  if (!known) {
    insertCase(ctx.db, { id: caseId, targetId: target.id, targetName: acctOf(target), urgency, kind, now, dueAt })
  }
  addReports(ctx.db, { id: caseId, count: 1, urgency, kind: both, dueAt })
  tellTeam(ctx, caseId, [target.id, reporterId])
  return caseId
}

/** Tells everybody who decides on reports, but those whom it is about or from, and who leaves its kind to others. */
export function tellTeam(ctx: Context, caseId: number, but: readonly (number | undefined)[]): void {
  const kind = caseById(ctx.db, { id: caseId })?.kind ?? ''
  for (const { accountId } of membersWithRoles(ctx.db, { roles: JSON.stringify(rolesThatMay('reports')) })) {
    if (!but.includes(accountId) && !skippedBy(ctx, accountId).includes(kind))
      ctx.emit('noticeGiven', { accountId, kind: 'case_waits', ref: caseId })
  }
}
