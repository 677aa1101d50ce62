import type { RuleProposal } from '../../../shared/api/rules.ts'
import type { Context } from '../../context.ts'
import { DAY, HOUR } from '../../core/clock.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { confirmBy, presentDoc, type RuleSet, readRulesInForce, withRules } from '../rules/present.ts'
import { announcedRuleSet, draftRuleSet } from '../rules/queries.ts'
import { areRulesEditable } from '../settings/present.ts'
import { approvalsNeeded, countApprovals, holdersOf, readApprovals, refusalToApprove } from './read-draft.ts'

function underWay(ctx: Context, inForce: RuleSet): RuleSet | undefined {
  const set = draftRuleSet(ctx.db) ?? announcedRuleSet(ctx.db)
  if (set) return withRules(ctx.db, set)
  return confirmBy(inForce) === null ? undefined : inForce
}

/** How a change of the rules is going, for those who may publish rules. */
export function presentProposal(ctx: Context, viewer: Viewer): RuleProposal {
  const inForce = readRulesInForce(ctx.db)
  const set = underWay(ctx, inForce)
  const approvals = set ? readApprovals(ctx, set) : []
  const accounts = presentAccounts(
    ctx,
    approvals.map(({ accountId }) => accountId),
  )
  // an emergency rule that holds is confirmed by a second person in every case
  const isStrict = set?.state === 'effective'
  return {
    proposal: set ? { ...presentDoc(ctx, set), revision: set.revision } : null,
    in_force: inForce.version,
    free: areRulesEditable(ctx, inForce),
    approvals: approvals.flatMap(({ accountId, approvedAt }) => {
      const account = accounts.get(accountId)
      const at = new Date(approvedAt).toISOString()
      return account ? [{ account, at, mine: accountId === viewer.accountId }] : []
    }),
    approvals_needed: isStrict ? limits.rulesApprovals : approvalsNeeded(ctx),
    counted: set ? countApprovals(ctx, set, isStrict) : 0,
    refused: set ? refusalToApprove(ctx, viewer.accountId, set, isStrict) : null,
    holders: holdersOf(ctx),
    notice_days: limits.rulesNotice / DAY,
    confirm_hours: limits.rulesConfirmWithin / HOUR,
  }
}
