import { createSignal, type JSX, Show } from 'solid-js'
import { HttpError } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { setup } from '../../locales/en/setup.ts'
import { ArrivalHeading } from '../../ui/arrival.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Failed } from '../shell/failed.tsx'
import { type Holes, holesIn } from './check.ts'
import type { SetupDraft } from './draft.ts'

const t = texts(setup)

/** What every step is given. */
export interface StepProps {
  draft: SetupDraft
  change: (part: Partial<SetupDraft>) => void
  /** Called when nothing is missing any more. */
  onDone: () => void
  token: string
}

interface FrameProps extends StepProps {
  step: number
  title: string
  lede: string
  /** Asks the server about what was typed; throws what does not hold, by field. */
  verify?: () => Promise<unknown>
  /** The fields; `wrong` says what is missing once the person has tried to go on. */
  children: (wrong: (field: string) => string | undefined, looked: () => boolean) => JSX.Element
}

const isAboutFields = (error: unknown) => error instanceof HttpError && error.status === 422

/** One step of the wizard: heading, fields, on and back. */
export function StepFrame(props: FrameProps) {
  const [looked, setLooked] = createSignal(false)
  const holes = (): Holes => holesIn(props.step, props.draft)
  const form = submitting(async () => {
    setLooked(true)
    if (Object.keys(holes()).length > 0) return
    await props.verify?.()
    props.onDone()
  })
  return (
    <>
      <div class="stack">
        <ArrivalHeading>{props.title}</ArrivalHeading>
        <p class="lede">{props.lede}</p>
      </div>
      <Form label={props.title} onSubmit={form.run} wide={props.step === 1 || props.step === 3}>
        {props.children(
          (field) => (looked() ? (holes()[field] ?? fieldReason(form.error(), field)) : undefined),
          looked,
        )}
        <Show when={form.error() && !isAboutFields(form.error())}>
          <Failed error={form.error()} what={t('notChecked')} />
        </Show>
        <p class="row">
          <Button type="submit" kind="main" busy={form.busy()}>
            {t('goOn')}
          </Button>
          <Show when={props.step > 0}>
            <ButtonLink kind="quiet" href={`/setup?step=${props.step}`}>
              {t('back')}
            </ButtonLink>
          </Show>
        </p>
        <p class="hint">{t('kept')}</p>
      </Form>
    </>
  )
}
