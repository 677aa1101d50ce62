import type { RuleProposal } from '../../../shared/api/rules.ts'
import type { Context } from '../../context.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { apart } from '../../policies/invited.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import { type RuleSet, withRules } from '../rules/present.ts'
import { draftRuleSet, type RuleSetRow } from '../rules/queries.ts'
import { approvalsOf, holdersAmong } from './queries.ts'

const holders = () => JSON.stringify(rolesThatMay('publish_rules'))

/** The draft. Throws 404 where there is none. */
export function readDraft(ctx: Context): RuleSet {
  const set = draftRuleSet(ctx.db)
  if (!set) throw notFound('There is no draft of the rules.')
  return withRules(ctx.db, set)
}

/** The draft, if it still is what somebody has before them. Throws 404, or 409 when it was edited meanwhile. */
export function readDraftAt(ctx: Context, revision: number): RuleSet {
  const set = readDraft(ctx)
  if (set.revision === revision) return set
  throw conflict('The draft was edited meanwhile. Please read it again.', { code: 'draft_changed' })
}

const holderIds = (ctx: Context) => holdersAmong(ctx.db, { roles: holders() }).map(({ id }) => id)

/** How many people may publish rules. */
export const holdersOf = (ctx: Context): number => holderIds(ctx).length

/** How many people have to approve: two, and one where only one may. */
export const approvalsNeeded = (ctx: Context): number => Math.min(limits.rulesApprovals, Math.max(1, holdersOf(ctx)))

/** Who stands behind a version as it is now. */
export const readApprovals = (ctx: Context, { version, revision }: RuleSetRow) =>
  approvalsOf(ctx.db, { version, revision, roles: holders() })

/**
 * By how many people a version is approved. Accounts that came by an invite of each other count as one, since they may
 * be; two where nobody else may publish rules, who could not change them otherwise: unless it is `strict`.
 */
export function countApprovals(ctx: Context, set: RuleSetRow, strict = false): number {
  return countPeople(ctx, approversOf(ctx, set), strict)
}

const approversOf = (ctx: Context, set: RuleSetRow) => readApprovals(ctx, set).map(({ accountId }) => accountId)

/** Why somebody's approval would add nothing to those there are; null where it counts. */
export function refusalToApprove(ctx: Context, me: number, set: RuleSetRow, strict: boolean): RuleProposal['refused'] {
  const ids = approversOf(ctx, set)
  if (ids.includes(me)) return 'own'
  return countPeople(ctx, [...ids, me], strict) > countPeople(ctx, ids, strict) ? null : 'invite'
}

function countPeople(ctx: Context, ids: readonly number[], strict: boolean): number {
  const isSmall = apart(ctx.db, holderIds(ctx)).length < limits.rulesApprovals
  return isSmall && !strict ? ids.length : apart(ctx.db, ids).length
}
