import { createEffect, createSignal, For, on, Show } from 'solid-js'
import {
  type ScreeningAnswer,
  type Screening as ScreeningAnswers,
  type ScreeningQuestion,
  screeningQuestions,
} from '../../../shared/api/mediation.ts'
import { texts } from '../../lib/i18n.ts'
import { screening } from '../../locales/en/mediation-screening.ts'
import { Button } from '../../ui/button.tsx'
import style from './screening.module.css'

const t = texts(screening)

const ANSWERS = ['yes', 'unsure', 'no'] as const

interface ScreeningProps {
  answers: Partial<ScreeningAnswers>
  /** Given what is answered so far, after each answer. */
  onAnswers: (answers: Partial<ScreeningAnswers>) => void
  /** Called with the last answer, where something follows. */
  onDone?: () => void
  busy?: boolean
}

/** The ten questions about safety, one at a time, for each side alone. */
export function Screening(props: ScreeningProps) {
  const open = screeningQuestions.findIndex((question) => !(question in props.answers))
  const [at, setAt] = createSignal(open < 0 ? 0 : open)
  let heading: HTMLHeadingElement | undefined
  createEffect(on(at, () => heading?.focus(), { defer: true }))
  const question = (): ScreeningQuestion => screeningQuestions[at()] ?? 'q10'
  const whole = () => screeningQuestions.every((one) => one in props.answers)

  const answer = (said: ScreeningAnswer) => {
    if (props.busy) return
    props.onAnswers({ ...props.answers, [question()]: said })
    if (at() < screeningQuestions.length - 1) setAt(at() + 1)
    else props.onDone?.()
  }
  return (
    <section class="stack" aria-label={t('label')}>
      <p class="kicker">{t('place', at() + 1, screeningQuestions.length)}</p>
      <h2
        class={style.question}
        tabindex="-1"
        ref={(element) => {
          heading = element
        }}
      >
        {t('questions')[question()]}
      </h2>
      <Show when={t('hints')[question()]}>{(hint) => <p class="hint">{hint()}</p>}</Show>
      <div class={style.answers}>
        <For each={ANSWERS}>
          {(said) => (
            <Button aria-pressed={props.answers[question()] === said} onClick={() => answer(said)}>
              {t('answers')[said]}
            </Button>
          )}
        </For>
      </div>
      <p class="row hang">
        <Show when={at() > 0}>
          <Button kind="quiet" onClick={() => setAt(at() - 1)}>
            {t('before')}
          </Button>
        </Show>
        <Show when={whole() && at() < screeningQuestions.length - 1}>
          <Button kind="quiet" onClick={() => setAt(screeningQuestions.length - 1)}>
            {t('last')}
          </Button>
        </Show>
      </p>
    </section>
  )
}
