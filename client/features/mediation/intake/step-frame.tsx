import { type JSX, Show } from 'solid-js'
import type { MediationIntake, MediationView } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import type { Submit } from '../../../lib/submit.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { ArrivalHeading } from '../../../ui/arrival.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Failed } from '../../shell/failed.tsx'

const t = texts(intake)

/** What every step of a draft is given. */
export interface StepProps {
  view: MediationView
  /** What is kept on the server so far. */
  kept: Partial<MediationIntake>
  /** Keeps a part on the server and goes on to the next step. */
  save: (part: Partial<MediationIntake>) => Promise<void>
  back: string | undefined
}

interface FrameProps {
  title: string
  lede?: string
  submit: Submit
  back: string | undefined
  /** Why it cannot go on yet. */
  why?: string | undefined
  children: JSX.Element
}

/** One step of asking: what is asked, the field, on and back. */
export function StepFrame(props: FrameProps) {
  return (
    <>
      <div class="stack">
        <ArrivalHeading>{props.title}</ArrivalHeading>
        <Show when={props.lede}>
          <p class="lede">{props.lede}</p>
        </Show>
      </div>
      <Form label={props.title} onSubmit={props.submit.run} wide>
        {props.children}
        <Failed error={props.submit.error()} what={t('notKept')} />
        <p class="row">
          <Button type="submit" kind="main" busy={props.submit.busy()} why={props.why}>
            {t('goOn')}
          </Button>
          <Show when={props.back}>
            {(href) => (
              <ButtonLink kind="quiet" href={href()}>
                {t('back')}
              </ButtonLink>
            )}
          </Show>
        </p>
        <p class="hint">{t('keptHint')}</p>
      </Form>
    </>
  )
}
