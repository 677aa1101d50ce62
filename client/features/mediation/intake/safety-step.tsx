import { createSignal, Show } from 'solid-js'
import type { Screening as Answers, MediationIntake } from '../../../../shared/api/mediation.ts'
import { screeningQuestions } from '../../../../shared/api/mediation.ts'
import { routeOfAnswer } from '../../../../shared/mediation/screening.ts'
import { texts } from '../../../lib/i18n.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { ArrivalHeading } from '../../../ui/arrival.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Failed } from '../../shell/failed.tsx'
import { Screening } from '../screening.tsx'

const t = texts(intake)

interface SafetyProps {
  /** What was answered before. */
  kept: Partial<Answers>
  lede: string
  /** Keeps answers as they come; a hard one takes the whole page elsewhere. */
  save: (part: Pick<Partial<MediationIntake>, 'human_check'> & { screening: Partial<Answers> }) => Promise<void>
  onDone: () => void
  back?: string | undefined
}

/** The questions about safety, and where an answer is unclear, whether a person may look at it. */
export function SafetyStep(props: SafetyProps) {
  const [answers, setAnswers] = createSignal<Partial<Answers>>(props.kept)
  const [asking, setAsking] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const unclear = () => screeningQuestions.some((one) => routeOfAnswer(one, answers()[one] ?? 'no') === 'triage')

  const keep = async (part: { human_check?: boolean } = {}) => {
    setError(undefined)
    try {
      await props.save({ screening: answers(), ...part })
      return true
    } catch (reason) {
      setError(() => reason)
      return false
    }
  }
  const agree = async (human_check: boolean) => {
    if (await keep({ human_check })) props.onDone()
  }
  const done = async () => {
    if (unclear()) setAsking(true)
    else if (await keep()) props.onDone()
  }
  return (
    <Show
      when={asking()}
      fallback={
        <>
          <div class="stack">
            <ArrivalHeading>{t('safetyTitle')}</ArrivalHeading>
            <p class="lede">{props.lede}</p>
          </div>
          <Screening
            answers={answers()}
            onAnswers={(now) => {
              setAnswers(now)
              if (Object.keys(now).length < screeningQuestions.length) keep()
            }}
            onDone={done}
          />
          <Failed error={error()} what={t('notKept')} />
          <Show when={props.back}>
            {(href) => (
              <p class="hang">
                <ButtonLink kind="quiet" href={href()}>
                  {t('back')}
                </ButtonLink>
              </p>
            )}
          </Show>
        </>
      }
    >
      <div class="stack">
        <ArrivalHeading>{t('checkTitle')}</ArrivalHeading>
        <p class="lede">{t('checkLede')}</p>
      </div>
      <p class="row">
        <Button onClick={() => agree(true)}>{t('checkYes')}</Button>
        <Button onClick={() => agree(false)}>{t('checkNo')}</Button>
      </p>
      <Failed error={error()} what={t('notKept')} />
    </Show>
  )
}
