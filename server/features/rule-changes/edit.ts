import type { Context } from '../../context.ts'
import type { RuleSet } from '../rules/present.ts'
import { deleteUnusedRules, putPlace, putRule, putRuleText, rulesOfVersion } from '../rules/queries.ts'
import type { DraftForm, RuleForm } from './forms.ts'
import { deleteApprovals, deletePlacesOfKind, deleteSetTexts, insertSetText, reviseDraft } from './queries.ts'
import { readDraftAt } from './read-draft.ts'

type Kind = 'ground_rule' | 'guideline' | 'notice'

/** A rule in its place, with the id that it has or gets. */
type Placed = Omit<RuleForm, 'id' | 'children'> & { id: number; parentId: number | null; position: number }

/** Gives ids out once each: a rule that the draft, or the version that it changes, knows keeps its own. */
function idGiver(ctx: Context, set: RuleSet): (id: string | undefined) => number {
  const base = set.baseVersion === null ? [] : rulesOfVersion(ctx.db, { version: set.baseVersion, locale: set.locale })
  const known = new Set([...set.rules, ...base].map((rule) => String(rule.id)))
  return (id) => (id !== undefined && known.delete(id) ? Number(id) : ctx.newId())
}

function place(forms: readonly RuleForm[], idOf: (id: string | undefined) => number): Placed[] {
  return forms.flatMap(({ children, ...rule }, position) => {
    const parent = { ...rule, id: idOf(rule.id), parentId: null, position }
    const under = children.map((child, at) => ({ ...child, id: idOf(child.id), parentId: parent.id, position: at }))
    return [parent, ...under]
  })
}

function writeRule(ctx: Context, set: RuleSet, kind: Kind, rule: Placed): void {
  const { version, locale } = set
  const { id: ruleId, parentId, position, text, hint } = rule
  const before = set.rules.find(({ id }) => id === ruleId)
  const usual = kind === 'ground_rule' ? 'removal' : 'advice'
  const enforcement = rule.enforcement ?? (before?.kind === kind ? before.enforcement : usual)
  const examples = { okExamples: JSON.stringify(rule.ok_examples), notOkExamples: JSON.stringify(rule.not_ok_examples) }
  putRule(ctx.db, { id: ruleId, slug: `rule-${ruleId}` })
  putPlace(ctx.db, { version, ruleId, parentId, position, kind, enforcement })
  putRuleText(ctx.db, { version, ruleId, locale, text, hint, ...examples, origin: 'original' })
  for (const [language, one] of Object.entries(rule.translations)) {
    if (language === locale) continue
    putRuleText(ctx.db, { version, ruleId, locale: language, ...one, okExamples: '[]', notOkExamples: '[]' })
  }
}

function writeAround(
  ctx: Context,
  { version, locale: own }: RuleSet,
  all: NonNullable<DraftForm['translations']>,
): void {
  deleteSetTexts(ctx.db, { version })
  for (const [locale, said] of Object.entries(all)) {
    if (locale !== own && said.intro + said.summary !== '') insertSetText(ctx.db, { version, locale, ...said })
  }
}

/** Changes a draft, all of the form or nothing. Whoever approved what it was has to read it again. Throws 404, 409. */
export function editDraft(ctx: Context, form: DraftForm): void {
  ctx.transact(() => {
    const set = readDraftAt(ctx, form.revision)
    const idOf = idGiver(ctx, set)
    const lists: [Kind, readonly RuleForm[] | undefined][] = [
      ['ground_rule', form.ground_rules],
      ['guideline', form.guidelines],
      ['notice', form.notices],
    ]
    const given = lists.flatMap(([kind, rules]) => (rules ? [{ kind, rules: place(rules, idOf) }] : []))
    for (const { kind } of given) deletePlacesOfKind(ctx.db, { version: set.version, kind })
    for (const { kind, rules } of given) for (const rule of rules) writeRule(ctx, set, kind, rule)
    deleteUnusedRules(ctx.db)
    if (form.translations) writeAround(ctx, set, form.translations)
    const { intro = set.intro, summary = set.summary, material } = form
    const weight = material === undefined ? set.material : material ? 1 : 0
    reviseDraft(ctx.db, { version: set.version, intro, summary, material: weight })
    deleteApprovals(ctx.db, { version: set.version })
  })
}
