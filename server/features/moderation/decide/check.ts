import type { ActionKind } from '../../../../shared/api/moderation.ts'
import type { Context } from '../../../context.ts'
import { conflict, invalidFields } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { readRules } from '../../rules/present.ts'
import { byTwoFor, byTwoOf, caseKindOf } from '../cases/kinds.ts'
import { type CaseRow, caseById, historyOf } from '../cases/queries.ts'
import { kindsReported } from '../reports/queries.ts'
import { type RuleRef, readRefs, ruleThen, versionFor } from '../rules/present.ts'
import { type DecisionForm, onPosts, type WantedAction } from './form.ts'
import { authorsOf } from './queries.ts'

const refuse = (field: string, error: string, description: string) =>
  invalidFields({ [field]: [{ error, description }] })

/** The rule that a decision is by, in the version that it names, or in that in force when the earliest post was written. */
export function ruleOf(ctx: Context, { rule, rule_version, actions }: DecisionForm): RuleRef | undefined {
  if (rule === '') return undefined
  const ids = actions.flatMap((action) => action.status_ids)
  const written = authorsOf(ctx.db, { ids: JSON.stringify(ids) }).map(({ createdAt }) => createdAt)
  const version = rule_version ?? versionFor(ctx, Math.min(ctx.now(), ...written))
  if (!ruleThen(ctx, { slug: rule, version })) {
    throw refuse('rule', 'ERR_INVALID', 'That version of the rules has no such rule.')
  }
  return { slug: rule, version }
}

const harsh: readonly string[] = ['freeze', 'limit', 'suspend', 'remove']
const lasting: readonly string[] = ['delete', 'remove']
const plain: readonly string[] = ['note', 'cw', 'sensitive']

/**
 * What a rule leads to: advice to a word only, a guideline by steps and never straight to a removal, whatever stands
 * in the statement.
 */
function checkLadder(ctx: Context, { targetId }: CaseRow, rule: RuleRef | undefined, kinds: readonly string[]): void {
  const found = rule && readRules(ctx.db, rule.version)?.rules.find(({ slug }) => slug === rule.slug)
  if (!found || found.enforcement === 'removal') return
  if (found.enforcement === 'advice') {
    if (kinds.every((kind) => kind === 'note')) return
    throw refuse('rule', 'ERR_ADVICE', 'This guideline is advice: nobody is warned or stopped because of it.')
  }
  const { strikes = 0 } = historyOf(ctx.db, { targetId: targetId ?? 0 }) ?? {}
  if (kinds.some((kind) => harsh.includes(kind)) && strikes === 0) {
    throw refuse('rule', 'ERR_LADDER', 'A guideline leads by steps: a word, a warning added, a warning, and then more.')
  }
  if (kinds.includes('remove') && strikes < limits.guidelineStrikes) {
    throw refuse('rule', 'ERR_LADDER', 'A guideline that was broken does not lead straight to a removal.')
  }
}

function checkPosts(ctx: Context, targetId: number, { kind, status_ids: ids, words }: WantedAction): void {
  if (!onPosts.includes(kind)) return
  if (ids.length === 0) throw refuse('posts', 'ERR_BLANK', 'Choose the posts that it is about.')
  const known = authorsOf(ctx.db, { ids: JSON.stringify(ids) })
  if (known.length !== new Set(ids).size || known.some(({ accountId }) => accountId !== targetId)) {
    throw refuse('posts', 'ERR_INVALID', 'One of the posts is gone, or by somebody else.')
  }
  if (kind === 'cw' && words === '') throw refuse('words', 'ERR_BLANK', 'Write what the warning says.')
}

/** What needs two in a case: the removal of a person, and what it or any of its reports leaves to nobody alone. */
export function twoFor(ctx: Context, { id: caseId }: Pick<CaseRow, 'id'>): ActionKind[] {
  const reported = kindsReported(ctx.db, { caseId }).flatMap(({ kind, rules }) => byTwoFor(kind, readRefs(rules)))
  // what a rule of ours found has no report
  const found = byTwoOf(caseById(ctx.db, { id: caseId })?.kind ?? '')
  return [...new Set<ActionKind>(['remove', ...found, ...reported])]
}

/** Whether one of these things needs two. */
export function needsTwo(ctx: Context, row: Pick<CaseRow, 'id'>, actions: readonly WantedAction[]): boolean {
  const two = twoFor(ctx, row)
  return actions.some(({ kind }) => two.includes(kind))
}

/**
 * Refuses (422) to suggest a mediator beside anything that is done, and to who reported harm of a kind that nobody
 * should have to talk through.
 */
export function checkSuggestion(ctx: Context, { id: caseId }: Pick<CaseRow, 'id'>, form: DecisionForm): void {
  if (!form.suggest_mediator) return
  const isHarm = kindsReported(ctx.db, { caseId }).some(
    ({ kind, rules }) => caseKindOf(kind, readRefs(rules)) !== 'other',
  )
  if (form.actions.length > 0 || form.keep_open || isHarm) {
    throw refuse('suggest_mediator', 'ERR_INVALID', 'A mediator is for a disagreement, where no rule was broken.')
  }
}

/** Holds a decision against what may be decided at all; `targetId` is whom it is about. Throws 409 and 422. */
export function checkDecision(ctx: Context, row: CaseRow, form: DecisionForm, rule: RuleRef | undefined): number {
  const { targetId } = row
  if (targetId === null) throw conflict('The account is gone.', { code: 'gone' })
  const kinds = form.actions.map((action) => action.kind)
  for (const action of form.actions) checkPosts(ctx, targetId, action)
  checkLadder(ctx, row, rule, kinds)
  if (kinds.some((kind) => !plain.includes(kind)) && !rule && row.kind !== 'legal' && row.kind !== 'spam') {
    const done = kinds.every((kind) => kind === 'hide' || kind === 'freeze') && form.keep_open
    if (!done) throw refuse('rule', 'ERR_BLANK', 'Choose the rule that was broken.')
  }
  if (form.actions.length > 0 && !form.keep_open && form.statement === '') {
    throw refuse('statement', 'ERR_BLANK', 'Write what the person reads: what happened, and why it breaks the rule.')
  }
  if (form.actions.some(({ kind, days }) => days !== undefined && lasting.includes(kind))) {
    throw refuse('days', 'ERR_INVALID', 'This is for good, and not for some days.')
  }
  if (form.actions.some(({ kind, days }) => kind === 'suspend' && days === undefined)) {
    throw refuse('days', 'ERR_BLANK', 'Say for how many days. For good is a removal, which needs two.')
  }
  return targetId
}
