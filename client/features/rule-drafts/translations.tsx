import { createSignal, Index, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language-name.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField, Tick } from '../../ui/field.tsx'
import style from './folds.module.css'
import type { RuleDraft, TranslationDraft } from './rule-draft.ts'

const t = texts(ruleDrafts)

/** A code that names a language, as the server takes it. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

interface TranslationsProps {
  rule: RuleDraft
  onChange: (translations: TranslationDraft[]) => void
}

/** A rule in other languages, folded away until it is asked for. */
export function Translations(props: TranslationsProps) {
  const [code, setCode] = createSignal('')
  const all = () => props.rule.translations
  const put = (n: number, part: Partial<TranslationDraft>) =>
    props.onChange(all().map((one, at) => (at === n ? { ...one, ...part } : one)))
  const isNew = () => LOCALE.test(code()) && !all().some(({ locale }) => locale === code())
  const add = () => {
    props.onChange([...all(), { locale: code(), text: '', hint: '', below: '', reviewed: true }])
    setCode('')
  }
  return (
    <details class={style.fold}>
      <summary>
        {t('translations')} ({all().length})
      </summary>
      <div class="stack">
        <Index each={all()}>
          {(one, n) => (
            <Translation
              draft={one()}
              hasBelow={props.rule.below.trim() !== ''}
              onChange={(part) => put(n, part)}
              onRemove={() => props.onChange(all().filter((_, at) => at !== n))}
            />
          )}
        </Index>
        <TextField label={t('locale')} name="locale" autocomplete="off" value={code()} onInput={setCode} />
        <p>
          <Button why={isNew() ? undefined : t('locale')} onClick={add}>
            {t('addTranslation')}
          </Button>
        </p>
      </div>
    </details>
  )
}

interface TranslationProps {
  draft: TranslationDraft
  hasBelow: boolean
  onChange: (part: Partial<TranslationDraft>) => void
  onRemove: () => void
}

function Translation(props: TranslationProps) {
  const name = () => languageName(props.draft.locale)
  const text = (field: 'text' | 'hint' | 'below', label: string) => (
    <TextArea
      label={label}
      optional={field === 'text' ? undefined : t('optional')}
      rows={2}
      dir="auto"
      lang={props.draft.locale}
      value={props.draft[field]}
      onInput={(value) => props.onChange({ [field]: value })}
    />
  )
  return (
    <fieldset class="stack">
      <legend>{t('translation', name())}</legend>
      {text('text', t('text'))}
      {text('hint', t('hint'))}
      <Show when={props.hasBelow}>{text('below', t('below'))}</Show>
      <Tick checked={props.draft.reviewed} onChange={(reviewed) => props.onChange({ reviewed })}>
        {t('reviewed')}
      </Tick>
      <p class="hang">
        <Button kind="quiet" onClick={() => props.onRemove()}>
          {t('removeTranslation', name())}
        </Button>
      </p>
    </fieldset>
  )
}
