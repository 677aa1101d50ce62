import { texts } from '../../lib/i18n.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { TextArea } from '../../ui/field.tsx'
import type { AroundDraft } from './editing.ts'
import { Language, Languages } from './languages.tsx'

const t = texts(ruleDrafts)

/** Why the rules change, and what stands before them, in other languages. */
export function Around(props: { all: readonly AroundDraft[]; onChange: (all: AroundDraft[]) => void }) {
  return (
    <Languages
      all={props.all}
      fresh={(locale) => ({ locale, intro: '', summary: '', reviewed: true })}
      onChange={props.onChange}
    >
      {(one, put, remove) => (
        <Language {...one()} onReviewed={(reviewed) => put({ reviewed })} onRemove={remove}>
          <TextArea
            label={t('why')}
            optional={t('optional')}
            rows={2}
            dir="auto"
            lang={one().locale}
            value={one().summary}
            onInput={(summary) => put({ summary })}
          />
          <TextArea
            label={t('intro')}
            optional={t('optional')}
            rows={2}
            dir="auto"
            lang={one().locale}
            value={one().intro}
            onInput={(intro) => put({ intro })}
          />
        </Language>
      )}
    </Languages>
  )
}
