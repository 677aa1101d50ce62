import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { mentionsTopic } from '../../../shared/warnings/match.ts'
import { texts } from '../../lib/i18n.ts'
import { settled } from '../../lib/settled.ts'
import { composer } from '../../locales/en/composer.ts'
import { session, warningWord } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { PressChip } from '../../ui/chip.tsx'
import { choices, chooseAloud } from '../warnings/choices.ts'
import { warningTopics } from '../warnings/topics.ts'
import style from './composer.module.css'
import { CustomOnce } from './custom-once.tsx'
import { names, toggled } from './warning.ts'
import type { Writing } from './writing.ts'

const t = texts(composer)

/** How long the text must stand still before it is looked at, in milliseconds. */
const STILL = 700

/** What there is to wonder about: a topic in the words, or pictures of somebody whose post once lacked a warning. */
function wondering(writing: Writing) {
  const [answered, setAnswered] = createSignal(false)
  const asks = () => choices().suggest && !answered() && !writing.draft.warned
  const count = () => writing.draft.pictures.length
  const text = () => writing.draft.text
  const still = settled(text, STILL)
  const topic = createMemo(() => {
    if (!asks() || still().trim() === '') return undefined
    const sensitive = warningTopics().filter((one) => one.kind === 'sensitive')
    return sensitive.find((one) => mentionsTopic(still(), one))
  })
  // an empty box is the next post's
  createEffect(on(text, (now) => now === '' && setAnswered(false), { defer: true }))
  createEffect(on(count, (now) => now === 0 && setAnswered(false), { defer: true }))
  return {
    topic,
    isPictured: () => asks() && count() > 0 && session()?.warned_before === true,
    answer: () => setAnswered(true),
  }
}

/**
 * A quiet question to the author, once a post: does this need a warning? What is written is compared with the topics on
 * this device alone. Nothing of it is sent, kept or shown to anybody else, and it holds no post back.
 */
export function Wonder(props: { writing: Writing; onWarn: (line: string) => void }) {
  const { topic, isPictured, answer } = wondering(props.writing)
  const warn = (line: string) => {
    answer()
    props.onWarn(line)
  }
  const line = () => props.writing.draft.warning
  return (
    <div role="status">
      <Show when={topic() !== undefined || isPictured()}>
        <div class={style.wonder}>
          <p>
            {t('wonder', warningWord())}{' '}
            <span class={style.aside}>
              <Show when={!topic()}>{t('wonderPictures')} </Show>
              {t('wonderHint')}
            </span>
          </p>
          <CustomOnce />
          <p class="row">
            <Show when={topic()} fallback={<Button onClick={() => warn(line())}>{warningWord()}</Button>}>
              {(found) => <PressChip onPress={() => warn(lineWith(line(), found()))}>{found().label}</PressChip>}
            </Show>
            <Button kind="quiet" onClick={answer}>
              {t('wonderNo')}
            </Button>
            <Button kind="quiet" onClick={() => chooseAloud({ suggest: false }, t('wonderOff'))}>
              {t('wonderNever')}
            </Button>
          </p>
        </div>
      </Show>
    </div>
  )
}

const lineWith = (line: string, topic: Parameters<typeof names>[1]) =>
  names(line, topic) ? line : toggled(line, topic)
