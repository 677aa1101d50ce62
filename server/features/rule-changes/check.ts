import { isPlainlyMaterial, sayTheSame } from '../../../shared/rule-diff.ts'
import type { Context } from '../../context.ts'
import { conflict, type FieldErrors, invalid, invalidFields } from '../../core/errors.ts'
import { presentWords, type RuleSet, readRulesInForce } from '../rules/present.ts'
import { approvalsNeeded, countApprovals, readApprovals } from './read-draft.ts'

/**
 * Holds a draft against what members must be told of a change: that there is one, why, and that a change of more than
 * words is called so. Throws 409 when the rules in force are other ones than it changes, 422.
 */
export function checkChange(ctx: Context, set: RuleSet, material: boolean): void {
  const inForce = readRulesInForce(ctx.db)
  if (set.baseVersion !== inForce.version) {
    throw conflict('The rules in force are other ones than this draft changes. Begin a new one.', {
      code: 'rules_changed',
    })
  }
  const [before, after] = [presentWords(ctx.db, inForce), presentWords(ctx.db, set)]
  if (sayTheSame(before, after)) throw invalid('Nothing is changed yet.', { code: 'nothing_changed' })
  const details: FieldErrors = {}
  if (set.summary === '') {
    details.summary = [{ error: 'ERR_BLANK', description: 'Say why the rules change. Members will read it.' }]
  }
  if (!material && isPlainlyMaterial(before, after)) {
    details.material = [
      { error: 'ERR_INVALID', description: 'A rule comes, goes, or means something else: that is more than words.' },
    ]
  }
  if (Object.keys(details).length > 0) throw invalidFields(details)
}

/** Throws 409 while fewer people stand behind the draft as it is than have to. */
export function checkApprovals(ctx: Context, set: RuleSet): void {
  const missing = approvalsNeeded(ctx) - countApprovals(ctx, set)
  if (missing <= 0) return
  const who = missing === 1 ? 'One more person has' : 'Two people have'
  const isOne = countApprovals(ctx, set) < readApprovals(ctx, set).length
  const why = isOne ? ' Of those who did, one came by an invite of the other: that counts as one.' : ''
  throw conflict(`${who} to approve this draft first.${why}`, { code: 'not_approved' })
}
