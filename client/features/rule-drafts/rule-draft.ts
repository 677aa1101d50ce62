import type { Enforcement, FullRule } from '../../../shared/api/rules.ts'

/** A rule in another language while it is edited. */
export interface TranslationDraft {
  locale: string
  text: string
  hint: string
  reviewed: boolean
}

/** A rule while it is edited; its examples are texts with a line each. What stands under it has the same parts. */
export interface RuleDraft {
  id?: string
  text: string
  hint: string
  enforcement: Enforcement
  ok: string
  notOk: string
  translations: TranslationDraft[]
  children: RuleDraft[]
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A rule with nothing in it yet. */
export const newRule = (enforcement: Enforcement): RuleDraft => ({
  ...{ text: '', hint: '', ok: '', notOk: '' },
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
    ok: rule.ok_examples.join('\n'),
    notOk: rule.not_ok_examples.join('\n'),
    translations: Object.entries(rule.translations).map(([locale, { text, hint, origin }]) => ({
      ...{ locale, text, hint },
      reviewed: origin === 'reviewed',
    })),
    children: rule.children.map(toRuleDraft),
  }
}

/** The rule's wire form. Of what stands under it, the same follows as of the rule itself. */
export function fromRuleDraft(draft: RuleDraft): object {
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
        .map(({ locale, text, hint, reviewed }) => [
          locale,
          { text, hint, origin: reviewed ? ('reviewed' as const) : ('machine' as const) },
        ]),
    ),
    children: draft.children.map((child) => fromRuleDraft({ ...child, enforcement: draft.enforcement, children: [] })),
  }
}
