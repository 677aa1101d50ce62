import type { Rule } from '../../../shared/api/about.ts'
import { sha256Hex } from '../../core/crypto.ts'
import type { Db } from '../../db/open.ts'
import { type RuleRow, type RuleSetRow, ruleSetByVersion, ruleSetInForce, rulesOfVersion } from './queries.ts'

/** A version of the rules with what it says. */
export type RuleSet = RuleSetRow & { rules: RuleRow[] }

const withRules = (db: Db, set: RuleSetRow): RuleSet => ({
  ...set,
  rules: rulesOfVersion(db, { version: set.version, locale: set.locale }),
})

/** The rules in force; every community has some from its first start on. */
export function readRulesInForce(db: Db): RuleSet {
  const set = ruleSetInForce(db)
  if (!set) throw new Error('no rule set is in force')
  return withRules(db, set)
}

/** A version of the rules, if there is one of that number. */
export function readRules(db: Db, version: number): RuleSet | undefined {
  const set = ruleSetByVersion(db, { version })
  return set && withRules(db, set)
}

/** The ids of the ground rules that newcomers acknowledge one by one: those that stand under no other. */
export const groundRuleIds = (set: RuleSet): string[] =>
  set.rules.filter((rule) => rule.kind === 'ground_rule' && rule.parentId === null).map((rule) => String(rule.id))

/** SHA-256 (hex) of a version's words as they are shown: what an acceptance is of. */
export const rulesDigest = (set: RuleSet): string =>
  sha256Hex(
    JSON.stringify({
      version: set.version,
      locale: set.locale,
      intro: set.intro,
      rules: set.rules.map(({ id, kind, parentId, text, hint }) => [id, kind, parentId, text, hint]),
    }),
  )

/** The parts of an acceptance of every ground rule at one moment, as `putAcceptance` takes them. */
export const acceptAll = (set: RuleSet, now: number) => ({
  version: set.version,
  locale: set.locale,
  digest: rulesDigest(set),
  acks: JSON.stringify(Object.fromEntries(groundRuleIds(set).map((id) => [id, now]))),
  now,
})

const letter = (index: number) => String.fromCharCode(97 + (index % 26))

/** The rules of one kind as a tree; numbers count from 1, and from `a` under a rule. */
export function presentRules(rows: readonly RuleRow[], kind: RuleRow['kind']): Rule[] {
  const own = rows.filter((row) => row.kind === kind)
  const present = (row: RuleRow, number: string): Rule => ({
    id: String(row.id),
    slug: row.slug,
    text: row.text,
    hint: row.hint,
    number,
    children: own
      .filter((other) => other.parentId === row.id)
      .map((child, index) => present(child, `${number}${letter(index)}`)),
  })
  return own.filter((row) => row.parentId === null).map((row, index) => present(row, String(index + 1)))
}

/** When, in which version and in which language the rules hold, and the words before them. */
export const presentRuleSet = (set: RuleSet) => ({
  version: set.version,
  effective_at: new Date(set.effectiveAt ?? 0).toISOString(),
  locale: set.locale,
  intro: set.intro,
})
