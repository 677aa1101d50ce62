import type { Context } from '../../context.ts'
import { conflict } from '../../core/errors.ts'
import { acceptAll, type RuleSet, readRulesInForce } from '../rules/present.ts'
import {
  deleteAcceptances,
  deletePlace,
  deleteUnusedRules,
  putAcceptance,
  putPlace,
  putRule,
  putRuleText,
  setIntro,
} from '../rules/queries.ts'
import type { RuleForm, SettingsForm } from './forms.ts'
import { areRulesEditable } from './present.ts'

type Kind = 'ground_rule' | 'guideline'

/** A rule in its place, with the id that it has or gets. */
type Placed = { id: number; kind: Kind; parentId: number | null; position: number; text: string; hint: string }

function place(ctx: Context, set: RuleSet, kind: Kind, forms: readonly RuleForm[]): Placed[] {
  const known = new Set(set.rules.filter((rule) => rule.kind === kind).map((rule) => String(rule.id)))
  // an id that comes twice, or is no rule's of this kind, is a new rule's
  const idOf = (id: string | undefined) => (id !== undefined && known.delete(id) ? Number(id) : ctx.newId())
  return forms.flatMap(({ children, ...rule }, position) => {
    const parent = { ...rule, id: idOf(rule.id), kind, parentId: null, position }
    return [
      parent,
      ...children.map((child, index) => ({ ...child, id: idOf(child.id), kind, parentId: parent.id, position: index })),
    ]
  })
}

const unplaced = (set: RuleSet, kind: Kind): Placed[] =>
  set.rules.flatMap((rule, position) => (rule.kind === kind ? [{ ...rule, kind, position }] : []))

/** What a list of rules says, in order: equal for rules that were sent back as they were read. */
const gist = (rules: readonly Placed[]) =>
  JSON.stringify(
    rules
      .toSorted((a, b) => (a.parentId ?? 0) - (b.parentId ?? 0) || a.position - b.position)
      .map(({ id, parentId, text, hint }) => [id, parentId, text, hint]),
  )

function write(ctx: Context, set: RuleSet, kind: Kind, rules: readonly Placed[]): void {
  const kept = new Set(rules.map((rule) => rule.id))
  const before = new Map(set.rules.map((rule) => [rule.id, rule]))
  const { version, locale } = set
  for (const { id } of unplaced(set, kind)) if (!kept.has(id)) deletePlace(ctx.db, { version, ruleId: id })
  for (const { id, parentId, position, text, hint } of rules) {
    const old = before.get(id)
    const enforcement = old?.enforcement ?? (kind === 'ground_rule' ? 'removal' : 'advice')
    const [okExamples, notOkExamples] = [old?.okExamples ?? '[]', old?.notOkExamples ?? '[]']
    putRule(ctx.db, { id, slug: `rule-${id}` })
    putPlace(ctx.db, { version, ruleId: id, parentId, position, kind, enforcement })
    putRuleText(ctx.db, { version, ruleId: id, locale, text, hint, okExamples, notOkExamples, origin: 'original' })
  }
  deleteUnusedRules(ctx.db)
}

/** Whoever wrote the words accepts them; anyone else accepted other words, and is asked again. */
function renewAcceptance(ctx: Context, by: number | undefined): void {
  const set = readRulesInForce(ctx.db)
  deleteAcceptances(ctx.db, { version: set.version })
  if (by === undefined) return
  putAcceptance(ctx.db, { ...acceptAll(set, ctx.now()), accountId: by, via: 'admin' })
}

/**
 * Changes the words of the rules in force, in a transaction. Words that stay as they are change nothing. Throws 409 once
 * a second member has accepted them.
 */
export function changeRules(ctx: Context, by: number | undefined, form: SettingsForm): void {
  const set = readRulesInForce(ctx.db)
  const wanted = (kind: Kind, forms: readonly RuleForm[] | undefined) => {
    const placed = forms && place(ctx, set, kind, forms)
    return placed && gist(placed) !== gist(unplaced(set, kind)) ? placed : undefined
  }
  const groundRules = wanted('ground_rule', form.ground_rules)
  const guidelines = wanted('guideline', form.guidelines)
  const intro = form.rules_intro !== set.intro ? form.rules_intro : undefined
  if (!groundRules && !guidelines && intro === undefined) return
  if (!areRulesEditable(ctx, set)) {
    throw conflict(
      'A second member has accepted these rules, so their words stay as they are. A change needs a new version.',
      {
        code: 'rules_accepted',
      },
    )
  }
  if (groundRules) write(ctx, set, 'ground_rule', groundRules)
  if (guidelines) write(ctx, set, 'guideline', guidelines)
  if (intro !== undefined) setIntro(ctx.db, { version: set.version, intro })
  renewAcceptance(ctx, by)
}
