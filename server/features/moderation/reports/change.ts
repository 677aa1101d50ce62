import type { ReportKind } from '../../../../shared/api/moderation.ts'
import type { CaseKind } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { conflict, invalidFields, notFound } from '../../../core/errors.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { checkClaim, findCase } from '../cases/claim.ts'
import { dueOf } from '../cases/clocks.ts'
import { checkConflicts, partiesOf } from '../cases/conflicts.ts'
import { byTwoFor, caseKindOf, urgencyOf, worse } from '../cases/kinds.ts'
import { addReports } from '../cases/queries.ts'
import { checkOpen } from '../decide/decide.ts'
import { findRules, type RuleRef, readRefs, versionFor } from '../rules/present.ts'
import { reportById, setKind } from './queries.ts'

/** What a report is said to be about, in words of its own or by the rules that it names. */
export type ReportChange = { id: number; kind?: ReportKind | undefined; rules?: readonly string[] | undefined }

function rulesOf(ctx: Context, before: readonly RuleRef[], { kind, rules }: ReportChange): readonly RuleRef[] {
  if (kind !== undefined && kind !== 'rule') return []
  if (rules === undefined) return before
  const found = findRules(ctx, rules, before[0]?.version ?? versionFor(ctx, ctx.now()))
  if (found.length === rules.length) return found
  throw invalidFields({ rule_ids: [{ error: 'ERR_INVALID', description: 'There is no such rule.' }] })
}

/**
 * Says anew what a report is about, which never takes from a case what needs two, nor makes it less pressing. Throws 403
 * in a conflict, 404, 409 (`needs_two`, `decided`, `claimed`), 422.
 */
export function changeReport(ctx: Context, viewer: Viewer, change: ReportChange): void {
  ctx.transact(() => {
    const report = reportById(ctx.db, { id: change.id })
    if (!report) throw notFound()
    const row = findCase(ctx, viewer, report.caseId)
    checkOpen(row)
    checkClaim(ctx, row, viewer.accountId)
    checkConflicts(ctx, viewer.accountId, partiesOf(ctx, row))
    const before = readRefs(report.rules)
    const kind = change.kind ?? report.kind
    const rules = rulesOf(ctx, before, change)
    if (kind === 'rule' && rules.length === 0) {
      throw invalidFields({ rule_ids: [{ error: 'ERR_BLANK', description: 'Choose the rule that this breaks.' }] })
    }
    const left = byTwoFor(kind, rules)
    if (byTwoFor(report.kind, before).some((action) => !left.includes(action))) {
      throw conflict('What this report is about is decided by two people, and stays so.', { code: 'needs_two' })
    }
    setKind(ctx.db, { id: report.cursor, kind, rules: JSON.stringify(rules) })
    const now = caseKindOf(kind, rules)
    // written by us, from the same list
    const both = worse(row.kind as CaseKind, now)
    const dueAt = dueOf(ctx, now, row.createdAt)
    addReports(ctx.db, { id: row.id, count: 0, kind: both, urgency: urgencyOf(both), dueAt })
    logAct(ctx, { verb: 'report_changed', byId: viewer.accountId, caseId: row.id, detail: { kind } })
  })
}
