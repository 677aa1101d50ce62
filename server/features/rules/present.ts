import type { Rule } from '../../../shared/api/about.ts'
import type {
  FullRule,
  OwnRules,
  RuleSetDoc,
  RuleVersion,
  RuleWords,
  SetTranslation,
  Standing,
  Translation,
} from '../../../shared/api/rules.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { sha256Hex } from '../../core/crypto.ts'
import type { Db } from '../../db/open.ts'
import { limits } from '../../limits.ts'
import {
  acceptanceOf,
  announcedRuleSet,
  firstMaterialAfter,
  lastAccepted,
  type RuleRow,
  type RuleSetRow,
  ruleSetByVersion,
  ruleSetInForce,
  rulesOfVersion,
  type SetTextRow,
  setTextsOf,
  type TranslationRow,
  translationsOf,
} from './queries.ts'

/** A version of the rules with what it says. */
export type RuleSet = RuleSetRow & { rules: RuleRow[] }

/** A version with its rules in the language they were written in. */
export const withRules = (db: Db, set: RuleSetRow): RuleSet => ({
  ...set,
  rules: rulesOfVersion(db, { version: set.version, locale: set.locale }),
})

/** The rules in force; every community has some from its first start on. */
export function readRulesInForce(db: Db): RuleSet {
  const set = ruleSetInForce(db)
  if (!set) throw new Error('no rule set is in force')
  return withRules(db, set)
}

/** A version of the rules that members know of, if there is one of that number. */
export function readRules(db: Db, version: number): RuleSet | undefined {
  const set = ruleSetByVersion(db, { version })
  return set && withRules(db, set)
}

/** The ids of the ground rules that newcomers acknowledge one by one: those that stand under no other. */
export const groundRuleIds = (set: RuleSet): string[] =>
  set.rules.filter((rule) => rule.kind === 'ground_rule' && rule.parentId === null).map((rule) => String(rule.id))

// examples were written as lists of texts
const readExamples = (json: string) => JSON.parse(json) as string[]

/** A version in another language, as it is shown to somebody who accepts it. */
export type Shown = { rules: readonly TranslationRow[]; around?: SetTextRow }

/** SHA-256 (hex) of a version's words as they are shown: what an acceptance is of. */
export const rulesDigest = (set: RuleSet, { rules: translations, around }: Shown = { rules: [] }): string =>
  sha256Hex(
    JSON.stringify({
      version: set.version,
      locale: set.locale,
      intro: set.intro,
      rules: set.rules.map(({ id, kind, parentId, text, hint, okExamples, notOkExamples }) => [
        ...[id, kind, parentId, text, hint],
        ...(okExamples === '[]' && notOkExamples === '[]'
          ? []
          : [readExamples(okExamples), readExamples(notOkExamples)]),
      ]),
      ...(translations.length > 0 && {
        translations: translations.map(({ ruleId, text, hint }) => [ruleId, text, hint]),
      }),
      ...(around && { around: [around.intro, around.summary] }),
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

type Kind = RuleRow['kind']

/** The rules of one kind as a tree; numbers count from 1, and from `a` under a rule. */
function toTree<One>(
  rows: readonly RuleRow[],
  kind: Kind,
  present: (row: RuleRow, number: string, children: One[]) => One,
): One[] {
  const own = rows.filter((row) => row.kind === kind)
  const under = (row: RuleRow, number: string): One =>
    present(
      row,
      number,
      own.filter((other) => other.parentId === row.id).map((child, at) => under(child, `${number}${letter(at)}`)),
    )
  return own.filter((row) => row.parentId === null).map((row, at) => under(row, String(at + 1)))
}

/** The rules of one kind as people read them. */
export const presentRules = (rows: readonly RuleRow[], kind: Kind): Rule[] =>
  toTree<Rule>(rows, kind, ({ id, slug, text, hint }, number, children) => ({
    ...{ id: String(id), slug, text, hint },
    number,
    children,
  }))

/** When, in which version and in which language the rules hold, and the words before them. */
export const presentRuleSet = (set: RuleSet) => ({
  version: set.version,
  effective_at: new Date(set.effectiveAt ?? 0).toISOString(),
  locale: set.locale,
  intro: set.intro,
})

const timeOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

/** Until when an emergency rule has to be confirmed, while it is not. */
export const confirmBy = (set: RuleSetRow): number | null =>
  set.emergency === 1 && set.state === 'effective' && set.confirmedAt === null
    ? (set.effectiveAt ?? 0) + limits.rulesConfirmWithin
    : null

/** Days that are still to come before a time, a begun one counted whole. */
const daysUntil = (ctx: Context, at: number): number => Math.max(0, Math.ceil((at - ctx.now()) / DAY))

/** Where a version stands. */
export const presentVersion = (ctx: Context, set: RuleSetRow): RuleVersion => ({
  version: set.version,
  state: set.state,
  locale: set.locale,
  base_version: set.baseVersion,
  summary: set.summary,
  material: set.material === 1,
  emergency: set.emergency === 1,
  announced_at: timeOf(set.announcedAt),
  effective_at: timeOf(set.effectiveAt),
  retired_at: timeOf(set.retiredAt),
  lapsed_at: timeOf(set.lapsedAt),
  confirm_by: timeOf(confirmBy(set)),
  days_left: set.state === 'announced' ? daysUntil(ctx, set.effectiveAt ?? 0) : 0,
})

const presentTranslations = (rows: readonly TranslationRow[]): Record<string, Translation> =>
  Object.fromEntries(
    rows.map(({ locale, text, hint, origin }) => [
      locale,
      { text, hint, origin: origin === 'machine' ? ('machine' as const) : ('reviewed' as const) },
    ]),
  )

const presentSetTexts = (rows: readonly SetTextRow[]): Record<string, SetTranslation> =>
  Object.fromEntries(rows.map(({ locale, ...said }) => [locale, said]))

/** What a version says, with everything that belongs to each rule. */
export function presentWords(db: Db, set: RuleSet): RuleWords {
  const byRule = Map.groupBy(translationsOf(db, { version: set.version, locale: set.locale }), ({ ruleId }) => ruleId)
  const full = (kind: Kind) =>
    toTree<FullRule>(set.rules, kind, (row, number, children) => ({
      ...{ id: String(row.id), slug: row.slug, text: row.text, hint: row.hint },
      number,
      enforcement: row.enforcement,
      ok_examples: readExamples(row.okExamples),
      not_ok_examples: readExamples(row.notOkExamples),
      translations: presentTranslations(byRule.get(row.id) ?? []),
      children,
    }))
  return {
    intro: set.intro,
    ground_rules: full('ground_rule'),
    guidelines: full('guideline'),
    notices: full('notice'),
    translations: presentSetTexts(setTextsOf(db, { version: set.version })),
  }
}

/** The languages in which a version can be read whole: its own, and those that every ground rule is translated to. */
export function localesOf(db: Db, set: RuleSet): string[] {
  const rows = translationsOf(db, { version: set.version, locale: set.locale })
  const ground = set.rules.filter((rule) => rule.kind === 'ground_rule').map((rule) => rule.id)
  const byLocale = Map.groupBy(rows, ({ locale }) => locale)
  const whole = [...byLocale].filter(([, found]) => ground.every((id) => found.some((row) => row.ruleId === id)))
  return [set.locale, ...whole.map(([locale]) => locale)]
}

/** A version of the rules with what it says. */
export const presentDoc = (ctx: Context, set: RuleSet): RuleSetDoc => ({
  ...presentVersion(ctx, set),
  ...presentWords(ctx.db, set),
  locales: localesOf(ctx.db, set),
})

/** How somebody stands to the rules now, and when their time to accept a material change ends or ended (ms). */
export function readStanding(ctx: Context, accountId: number): { standing: Standing; until: number | null } {
  const last = lastAccepted(ctx.db, { accountId })
  if (!last) return { standing: 'never', until: null }
  const due = firstMaterialAfter(ctx.db, { version: last.version })
  if (!due) return { standing: 'accepted', until: null }
  const until = (due.effectiveAt ?? 0) + limits.rulesGrace
  return { standing: until > ctx.now() ? 'grace' : 'gated', until }
}

/** What a member is told about the rules on every page: how they stand, and what is announced. */
export function presentOwnRules(ctx: Context, accountId: number): OwnRules {
  const { standing, until } = readStanding(ctx, accountId)
  const announced = announcedRuleSet(ctx.db)
  return {
    standing,
    until: timeOf(until),
    days_left: until === null ? null : daysUntil(ctx, until),
    announced: announced
      ? {
          version: announced.version,
          effective_at: timeOf(announced.effectiveAt),
          days_left: daysUntil(ctx, announced.effectiveAt ?? 0),
          accepted: acceptanceOf(ctx.db, { accountId, version: announced.version }) !== undefined,
        }
      : null,
  }
}
