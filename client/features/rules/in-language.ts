import type { FullRule, RuleSetDoc } from '../../../shared/api/rules.ts'

/** A rule, and what stands under it, in a language where it is translated. */
export const inLanguage = (rule: FullRule, locale: string): FullRule => {
  const { text, hint } = rule.translations[locale] ?? rule
  return { ...rule, text, hint, children: rule.children.map((child) => inLanguage(child, locale)) }
}

type Around = Pick<RuleSetDoc, 'intro' | 'summary' | 'translations'>

/** What stands before the rules, in a language where that is translated. */
export const introIn = (set: Around, locale: string): string => set.translations[locale]?.intro || set.intro

/** Why a version came, in a language where that is translated. */
export const summaryIn = (set: Around, locale: string): string => set.translations[locale]?.summary || set.summary
