import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { mentionsTopic } from '../../../shared/warnings/match.ts'
import { texts } from '../../lib/i18n.ts'
import { settled } from '../../lib/settled.ts'
import { composer } from '../../locales/en/composer.ts'
import { warningWord } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { PressChip } from '../../ui/chip.tsx'
import { choices, chooseAloud } from '../warnings/choices.ts'
import { warningTopics } from '../warnings/topics.ts'
import style from './composer.module.css'
import { names, toggled } from './warning.ts'
import type { Writing } from './writing.ts'

const t = texts(composer)

/** How long the text must stand still before it is looked at, in milliseconds. */
const STILL = 700

/**
 * A quiet question to the author, once a post: does this need a warning? What is written is compared with the topics on
 * this device alone. Nothing of it is sent, kept or shown to anybody else.
 */
export function Wonder(props: { writing: Writing; onWarn: (line: string) => void }) {
  const [answered, setAnswered] = createSignal(false)
  const text = () => props.writing.draft.text
  const still = settled(text, STILL)
  const topic = createMemo(() => {
    if (!choices().suggest || answered() || props.writing.draft.warned || still().trim() === '') return undefined
    const sensitive = warningTopics().filter((one) => one.kind === 'sensitive')
    return sensitive.find((one) => mentionsTopic(still(), one))
  })
  // an empty box is the next post's
  createEffect(on(text, (now) => now === '' && setAnswered(false), { defer: true }))
  const never = () => chooseAloud({ suggest: false }, t('wonderOff'))
  const warn = (line: string) => {
    setAnswered(true)
    props.onWarn(line)
  }
  return (
    <div role="status">
      <Show when={topic()}>
        {(found) => (
          <div class={style.wonder}>
            <p>
              {t('wonder', warningWord())} <span class={style.aside}>{t('wonderHint')}</span>
            </p>
            <p class="row">
              <PressChip onPress={() => warn(lineWith(props.writing.draft.warning, found()))}>
                {found().label}
              </PressChip>
              <Button kind="quiet" onClick={() => setAnswered(true)}>
                {t('wonderNo')}
              </Button>
              <Button kind="quiet" onClick={never}>
                {t('wonderNever')}
              </Button>
            </p>
          </div>
        )}
      </Show>
    </div>
  )
}

const lineWith = (line: string, topic: Parameters<typeof names>[1]) =>
  names(line, topic) ? line : toggled(line, topic)
