import type { FullRule, RuleChange, RulesDiff, RuleWords, SetTranslation } from './api/rules.ts'
import { diffWords, isUnchanged } from './text/word-diff.ts'

type Kind = RuleChange['kind']

/** A rule with where it stands. */
interface Placed {
  rule: FullRule
  kind: Kind
  parentId: string | null
}

function flatten(words: RuleWords): Placed[] {
  const under = (rules: readonly FullRule[], kind: Kind, parentId: string | null): Placed[] =>
    rules.flatMap((rule) => [{ rule, kind, parentId }, ...under(rule.children, kind, rule.id)])
  return [
    ...under(words.ground_rules, 'ground_rule', null),
    ...under(words.guidelines, 'guideline', null),
    ...under(words.notices, 'notice', null),
  ]
}

const lines = (texts: readonly string[] | undefined) => (texts ?? []).join('\n')

/** The languages in which something says another thing than before; `gist` is what of it counts. */
function changedLanguages<T>(old: Record<string, T>, now: Record<string, T>, gist: (one: T) => unknown): string[] {
  const locales = new Set([...Object.keys(old), ...Object.keys(now)])
  const said = (one: T | undefined) => one && JSON.stringify(gist(one))
  return [...locales].filter((locale) => said(old[locale]) !== said(now[locale])).sort()
}

function changeOf(before: Placed | undefined, after: Placed | undefined, parts: Omit<RuleChange, 'change'>) {
  if (!before) return 'added'
  if (!after) return 'removed'
  const texts = [parts.text, parts.hint, parts.ok_examples, parts.not_ok_examples]
  const same = texts.every(isUnchanged) && parts.translations.length === 0 && parts.enforcement === null
  if (!same || before.kind !== after.kind) return 'changed'
  return before.rule.number === after.rule.number && before.parentId === after.parentId ? 'same' : 'moved'
}

function compare(before: Placed | undefined, after: Placed | undefined): RuleChange[] {
  const now = after ?? before
  if (!now) return []
  const [old, fresh] = [before?.rule, after?.rule]
  const parts: Omit<RuleChange, 'change'> = {
    id: now.rule.id,
    slug: now.rule.slug,
    kind: now.kind,
    number: now.rule.number,
    parent_id: now.parentId,
    text: diffWords(old?.text ?? '', fresh?.text ?? ''),
    hint: diffWords(old?.hint ?? '', fresh?.hint ?? ''),
    ok_examples: diffWords(lines(old?.ok_examples), lines(fresh?.ok_examples)),
    not_ok_examples: diffWords(lines(old?.not_ok_examples), lines(fresh?.not_ok_examples)),
    enforcement:
      old && fresh && old.enforcement !== fresh.enforcement
        ? { before: old.enforcement, after: fresh.enforcement }
        : null,
    translations: changedLanguages(old?.translations ?? {}, fresh?.translations ?? {}, (one) => [
      one.text,
      one.hint,
      one.origin,
    ]),
  }
  return [{ ...parts, change: changeOf(before, after, parts) }]
}

// why a version came is its own, and no change of what was there before
const introsOf = (words: RuleWords): Record<string, SetTranslation> =>
  Object.fromEntries(Object.entries(words.translations).filter(([, { intro }]) => intro !== ''))

/** What became of every rule between two versions: those of the newer one in order, then those that it no longer has. */
export function diffRules(before: RuleWords, after: RuleWords): Omit<RulesDiff, 'from' | 'to'> {
  const [olds, news] = [flatten(before), flatten(after)]
  const oldOf = new Map(olds.map((one) => [one.rule.id, one]))
  const kept = new Set(news.map((one) => one.rule.id))
  return {
    intro: diffWords(before.intro, after.intro),
    translations: changedLanguages(introsOf(before), introsOf(after), ({ intro, origin }) => [intro, origin]),
    rules: [
      ...news.flatMap((one) => compare(oldOf.get(one.rule.id), one)),
      ...olds.filter((one) => !kept.has(one.rule.id)).flatMap((one) => compare(one, undefined)),
    ],
  }
}

/** The ids of the ground rules whose words, or words under them, are other ones now: what is to be acknowledged anew. */
export function changedGroundRules(before: RuleWords, after: RuleWords): string[] {
  const changed = diffRules(before, after).rules.filter(({ change }) => change !== 'same' && change !== 'moved')
  const ids = new Set(changed.flatMap(({ id, parent_id: parent }) => (parent === null ? [id] : [id, parent])))
  return after.ground_rules.map((rule) => rule.id).filter((id) => ids.has(id))
}

/**
 * Whether a change is more than words: a rule came, went, or has other consequences. Such a change is always material;
 * a notice asks nothing of anybody, so it may come and go.
 */
export const isPlainlyMaterial = (before: RuleWords, after: RuleWords): boolean => {
  const kinds = new Map(flatten(before).map(({ rule, kind }) => [rule.id, kind]))
  const moved = flatten(after).some(({ rule, kind }) => kinds.has(rule.id) && kinds.get(rule.id) !== kind)
  return (
    moved ||
    diffRules(before, after).rules.some(
      ({ kind, change, enforcement }) =>
        kind !== 'notice' && (change === 'added' || change === 'removed' || enforcement !== null),
    )
  )
}

/** Whether two versions say the same, in the same order. */
export const sayTheSame = (before: RuleWords, after: RuleWords): boolean => {
  const { intro, translations, rules } = diffRules(before, after)
  return isUnchanged(intro) && translations.length === 0 && rules.every(({ change }) => change === 'same')
}
