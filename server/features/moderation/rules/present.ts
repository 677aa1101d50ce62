import { z } from 'zod'
import type { RuleThen } from '../../../../shared/api/moderation.ts'
import type { FullRule } from '../../../../shared/api/rules.ts'
import type { Context } from '../../../context.ts'
import { presentWords, readRules, readRulesInForce } from '../../rules/present.ts'
import { versionAt } from '../reports/queries.ts'

/** A rule in one version, by its lasting name. */
export type RuleRef = { slug: string; version: number }

const refs = z.array(z.object({ slug: z.string(), version: z.int() }))

/** Reads what a report's row says of rules. */
export const readRefs = (json: string): RuleRef[] => refs.parse(JSON.parse(json))

const flat = (rules: readonly FullRule[]): FullRule[] => rules.flatMap((rule) => [rule, ...flat(rule.children)])

/** The rules of a version as they were worded, each under its number; guidelines after the ground rules. */
export function rulesThen(ctx: Context, version: number): RuleThen[] {
  const set = readRules(ctx.db, version)
  if (!set) return []
  const words = presentWords(ctx.db, set)
  const named = (rules: readonly FullRule[], before: string) =>
    flat(rules).map(({ slug, number, text }) => ({ slug, version, number: `${before}${number}`, text }))
  return [...named(words.ground_rules, ''), ...named(words.guidelines, 'G')]
}

/** One rule as it was worded; undefined where there was none of that name. */
export const ruleThen = (ctx: Context, { slug, version }: RuleRef): RuleThen | undefined =>
  rulesThen(ctx, version).find((rule) => rule.slug === slug)

/** The version that holds for something that was written at a time: the one in force then, or else the first that is. */
export const versionFor = (ctx: Context, at: number): number =>
  versionAt(ctx.db, { at })?.version ?? readRulesInForce(ctx.db).version

/** Rules by their ids or lasting names, as Mastodon's programs and our own client name them, in one version. */
export function findRules(ctx: Context, names: readonly string[], version: number): RuleRef[] {
  const set = readRules(ctx.db, version) ?? readRulesInForce(ctx.db)
  const found = set.rules.filter(({ id, slug }) => names.includes(String(id)) || names.includes(slug))
  return found.map(({ slug }) => ({ slug, version: set.version }))
}
