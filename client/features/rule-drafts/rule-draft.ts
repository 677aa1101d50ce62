import type { Enforcement, FullRule } from '../../../shared/api/rules.ts'
import { childAt } from '../settings/rule-lines.ts'

/** A rule in another language while it is edited. */
export interface TranslationDraft {
  locale: string
  text: string
  hint: string
  below: string
  reviewed: boolean
}

/** A rule while it is edited: what stands under it, and its examples, are texts with a line each. */
export interface RuleDraft {
  id?: string
  text: string
  hint: string
  enforcement: Enforcement
  below: string
  ok: string
  notOk: string
  translations: TranslationDraft[]
  children: FullRule[]
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A rule with nothing in it yet. */
export const newRule = (enforcement: Enforcement): RuleDraft => ({
  ...{ text: '', hint: '', below: '', ok: '', notOk: '' },
  enforcement,
  translations: [],
  children: [],
})

/** A rule's editable form. */
export function toRuleDraft(rule: FullRule): RuleDraft {
  return {
    id: rule.id,
    text: rule.text,
    hint: rule.hint,
    enforcement: rule.enforcement,
    below: rule.children.map((child) => child.text).join('\n'),
    ok: rule.ok_examples.join('\n'),
    notOk: rule.not_ok_examples.join('\n'),
    translations: Object.entries(rule.translations).map(([locale, said]) => ({
      locale,
      text: said.text,
      hint: said.hint,
      below: belowIn(rule.children, locale),
      reviewed: said.origin === 'reviewed',
    })),
    children: rule.children,
  }
}

const originOf = ({ reviewed }: TranslationDraft) => (reviewed ? 'reviewed' : 'machine')

const belowIn = (children: readonly FullRule[], locale: string) =>
  children.map((child) => child.translations[locale]?.text ?? '').join('\n')

/** What a line that stands under a rule says in other languages: what it said, or what was typed at the same place. */
function translationsAt(draft: RuleDraft, n: number, old: FullRule | undefined): Record<string, object> {
  return Object.fromEntries(
    draft.translations.flatMap((one) => {
      const typed = one.below !== belowIn(draft.children, one.locale)
      const text = typed ? one.below.split('\n')[n]?.trim() : old?.translations[one.locale]?.text
      return text ? [[one.locale, { text, hint: '', origin: originOf(one) }] as const] : []
    }),
  )
}

/** The rule's wire form. A line that was there before keeps its id, its example and its consequences. */
export function fromRuleDraft(draft: RuleDraft): object {
  const lines = linesOf(draft.below)
  return {
    ...(draft.id ? { id: draft.id } : {}),
    text: draft.text,
    hint: draft.hint,
    enforcement: draft.enforcement,
    ok_examples: linesOf(draft.ok),
    not_ok_examples: linesOf(draft.notOk),
    translations: Object.fromEntries(
      draft.translations
        .filter(({ text }) => text.trim() !== '')
        .map((one) => [one.locale, { text: one.text, hint: one.hint, origin: originOf(one) }]),
    ),
    children: lines.map((text, n) => {
      const old = childAt(draft.children, lines, n)
      const { id, hint = '', ok_examples = [], not_ok_examples = [] } = old ?? {}
      const kept = { hint, ok_examples, not_ok_examples, enforcement: draft.enforcement }
      return { ...(id ? { id } : {}), text, ...kept, translations: translationsAt(draft, n, old) }
    }),
  }
}
