import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { languageName } from '../../../shared/text/language-name.ts'
import { texts } from '../../lib/i18n.ts'
import { settled } from '../../lib/settled.ts'
import { composer } from '../../locales/en/composer.ts'
import { Button } from '../../ui/button.tsx'
import style from './composer.module.css'
import type { Writing } from './writing.ts'

const t = texts(composer)

/** How long the text must stand still before it is looked at, in milliseconds. */
const STILL = 900

type Guess = (text: string) => string | undefined

/**
 * A quiet word to the author where the text seems to be in another language than it says: readers choose by it what they
 * read. What is written is looked at on this device alone, by a part that is fetched once there is enough of it.
 */
export function LanguageHint(props: { writing: Writing }) {
  const [guess, setGuess] = createSignal<Guess>()
  const [answered, setAnswered] = createSignal(false)
  const text = () => props.writing.draft.text
  const still = settled(text, STILL)
  createEffect(() => {
    if (still().length > 20 && !guess())
      import('./guess-language.ts').then((file) => setGuess(() => file.guessLanguage)).catch(() => undefined)
  })
  createEffect(on(text, (now) => now === '' && setAnswered(false), { defer: true }))
  const other = createMemo(() => {
    const code = answered() || still() === '' ? undefined : guess()?.(still())
    return code === props.writing.draft.language ? undefined : code
  })
  const take = (code: string) => {
    setAnswered(true)
    props.writing.change({ language: code })
  }
  return (
    <div role="status">
      <Show when={other()}>
        {(code) => (
          <div class={style.wonder}>
            <p>
              {t('looksLike', languageName(code()))} <span class={style.aside}>{t('looksLikeHint')}</span>
            </p>
            <p class="row">
              <Button kind="quiet" onClick={() => take(code())}>
                {t('looksLikeYes', languageName(code()))}
              </Button>
              <Button kind="quiet" onClick={() => setAnswered(true)}>
                {t('looksLikeNo', languageName(props.writing.draft.language))}
              </Button>
            </p>
          </div>
        )}
      </Show>
    </div>
  )
}
