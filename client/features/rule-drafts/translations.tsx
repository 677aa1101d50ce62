import { texts } from '../../lib/i18n.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { TextArea } from '../../ui/field.tsx'
import { Language, Languages } from './languages.tsx'
import type { RuleDraft, TranslationDraft } from './rule-draft.ts'

const t = texts(ruleDrafts)

interface TranslationsProps {
  rule: RuleDraft
  onChange: (translations: TranslationDraft[]) => void
}

/** A rule in other languages. */
export function Translations(props: TranslationsProps) {
  return (
    <Languages
      all={props.rule.translations}
      fresh={(locale) => ({ locale, text: '', hint: '', reviewed: true })}
      onChange={props.onChange}
    >
      {(one, put, remove) => (
        <Language {...one()} onReviewed={(reviewed) => put({ reviewed })} onRemove={remove}>
          <TextArea
            label={t('text')}
            rows={2}
            dir="auto"
            lang={one().locale}
            value={one().text}
            onInput={(text) => put({ text })}
          />
          <TextArea
            label={t('hint')}
            optional={t('optional')}
            rows={2}
            dir="auto"
            lang={one().locale}
            value={one().hint}
            onInput={(hint) => put({ hint })}
          />
        </Language>
      )}
    </Languages>
  )
}
