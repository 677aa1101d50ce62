import { createSignal, Match, Switch } from 'solid-js'
import type { Screening as Answers } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { invitation as words } from '../../../locales/en/mediation-invitation.ts'
import { ArrivalHeading } from '../../../ui/arrival.tsx'
import { Button } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { Failed } from '../../shell/failed.tsx'
import { HoursField } from '../hours-field.tsx'
import style from '../intake/intake.module.css'
import { SafetyStep } from '../intake/safety-step.tsx'
import { LanguagesField } from '../languages-field.tsx'
import type { ActionForm as Sent } from '../open-case.ts'
import { PlainList } from '../plain-list.tsx'
import { isHardAnswer } from './hard.ts'

const t = texts(words)

interface AnsweringProps {
  send: (form: Sent) => Promise<void>
  onDone: () => void
  onBack: () => void
}

/** Saying yes: what is kept, one's own questions about safety, and when one is around. Kept in this page only. */
export function Answering(props: AnsweringProps) {
  const [step, setStep] = createSignal<0 | 1 | 2>(0)
  const [answers, setAnswers] = createSignal<Partial<Answers>>({})
  const [check, setCheck] = createSignal(false)
  const [languages, setLanguages] = createSignal<readonly string[]>(['en'])
  const [hours, setHours] = createSignal<readonly string[]>([])

  const send = async () => {
    await props.send({
      consent: true,
      screening: answers(),
      human_check: check(),
      languages: languages(),
      hours: hours(),
    })
    props.onDone()
  }
  const sending = submitting(send)
  // What nobody should have to talk through ends the questions at once.
  const answered = async (part: { screening: Partial<Answers>; human_check?: boolean }) => {
    setAnswers(part.screening)
    setCheck(part.human_check ?? false)
    if (isHardAnswer(part.screening, part.human_check)) await send()
  }
  return (
    <div class="stack-l">
      <div class={style.head}>
        <Steps label={t('steps')} names={t('stepNames')} at={step()} done={intake.stepDone} />
      </div>
      <Switch>
        <Match when={step() === 0}>
          <Consent onYes={() => setStep(1)} onBack={props.onBack} />
        </Match>
        <Match when={step() === 1}>
          <SafetyStep kept={answers()} lede={t('safetyLede')} save={answered} onDone={() => setStep(2)} />
        </Match>
        <Match when={step() === 2}>
          <div class="stack">
            <ArrivalHeading>{intake.timesTitle}</ArrivalHeading>
            <p class="lede">{intake.timesLede}</p>
          </div>
          <Form label={intake.timesTitle} onSubmit={sending.run} wide>
            <LanguagesField
              chosen={languages()}
              error={fieldReason(sending.error(), 'languages')}
              onChange={setLanguages}
            />
            <HoursField chosen={hours()} error={fieldReason(sending.error(), 'hours')} onChange={setHours} />
            <Failed error={sending.error()} what={intake.notSent} />
            <p class="row">
              <Button type="submit" kind="main" busy={sending.busy()}>
                {t('sayYes')}
              </Button>
              <Button kind="quiet" onClick={() => setStep(1)}>
                {intake.back}
              </Button>
            </p>
          </Form>
        </Match>
      </Switch>
    </div>
  )
}

/** What is kept and for how long, agreed to before anything is asked. */
function Consent(props: { onYes: () => void; onBack: () => void }) {
  const [consent, setConsent] = createSignal(false)
  const [looked, setLooked] = createSignal(false)
  const go = submitting(async () => {
    setLooked(true)
    if (consent()) props.onYes()
  })
  return (
    <>
      <div class="stack">
        <ArrivalHeading>{t('consentTitle')}</ArrivalHeading>
        <PlainList lines={intake.keptLines} />
      </div>
      <Form label={t('consentTitle')} onSubmit={go.run} wide>
        <Tick
          name="consent"
          checked={consent()}
          onChange={setConsent}
          hint={intake.consentHint}
          error={looked() && !consent() ? intake.consentNeeded : undefined}
        >
          {intake.consent}
        </Tick>
        <p class="row">
          <Button type="submit" kind="main">
            {intake.goOn}
          </Button>
          <Button kind="quiet" onClick={() => props.onBack()}>
            {t('backToIt')}
          </Button>
        </p>
      </Form>
    </>
  )
}
