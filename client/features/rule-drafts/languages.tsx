import { createSignal, Index, type JSX } from 'solid-js'
import { languageName } from '../../../shared/text/language-name.ts'
import { texts } from '../../lib/i18n.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { TextField, Tick } from '../../ui/field.tsx'
import style from './folds.module.css'

const t = texts(ruleDrafts)

interface LanguagesProps<One> {
  all: readonly One[]
  /** What a language has that nothing was written in yet. */
  fresh: (locale: string) => One
  children: (one: () => One, put: (part: Partial<One>) => void, remove: () => void) => JSX.Element
  onChange: (all: One[]) => void
}

/** A code that names a language, as the server takes it. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** Something in other languages, folded away until it is asked for; another one is added by its code. */
export function Languages<One extends { locale: string }>(props: LanguagesProps<One>) {
  const [code, setCode] = createSignal('')
  const put = (n: number, part: Partial<One>) =>
    props.onChange(props.all.map((one, at) => (at === n ? { ...one, ...part } : one)))
  const isNew = () => LOCALE.test(code()) && !props.all.some(({ locale }) => locale === code())
  const add = () => {
    props.onChange([...props.all, props.fresh(code())])
    setCode('')
  }
  return (
    <details class={style.fold}>
      <summary>
        {t('translations')} ({props.all.length})
      </summary>
      <div class="stack">
        <Index each={props.all}>
          {(one, n) =>
            props.children(
              one,
              (part) => put(n, part),
              () => props.onChange(props.all.filter((_, at) => at !== n)),
            )
          }
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

interface LanguageProps {
  locale: string
  reviewed: boolean
  children: JSX.Element
  onReviewed: (reviewed: boolean) => void
  onRemove: () => void
}

/** One of these languages: its fields, who has read them, and a way to take it out. */
export function Language(props: LanguageProps) {
  const name = () => languageName(props.locale)
  return (
    <fieldset class="stack">
      <legend>{t('translation', name())}</legend>
      {props.children}
      <Tick checked={props.reviewed} onChange={(reviewed) => props.onReviewed(reviewed)}>
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
