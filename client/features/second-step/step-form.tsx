import { createSignal, Show } from 'solid-js'
import { HttpError, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { secondStep } from '../../locales/en/second-step.ts'
import { enterBy, type Session } from '../../session/session.ts'
import { ArrivalHeading } from '../../ui/arrival.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { StepFailed } from './not-signed.tsx'
import { askPasskey, knowsPasskeys } from './passkey.ts'

const t = texts(secondStep)

interface StepProps {
  ways: readonly ('code' | 'passkey')[]
  onDone: (session: Session) => void
  /** It took too long, or went wrong too often. */
  onOver: () => void
  /** The account is closed. */
  onClosed: (error: HttpError) => void
}

/** The second step of logging in: a code, or a passkey. */
export function StepForm(props: StepProps) {
  const [code, setCode] = createSignal('')
  const [looked, setLooked] = createSignal(false)
  const passkey = () => props.ways.includes('passkey') && knowsPasskeys()
  const enter = async (body: object) => {
    try {
      props.onDone(await enterBy('/auth/session/second', body))
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      if (error.errorCode === 'disabled') props.onClosed(error)
      else if (error.errorCode === 'step_over') props.onOver()
      else throw error
    }
  }
  const byCode = submitting(async () => {
    setLooked(true)
    if (code().trim() !== '') await enter({ code: code() })
  })
  const byPasskey = submitting(async () => {
    await enter({ passkey: await askPasskey(await send('POST', '/auth/session/second/options')) })
  })
  return (
    <>
      <ArrivalHeading>{t('stepTitle')}</ArrivalHeading>
      <Show when={passkey()}>
        <StepFailed error={byPasskey.error()} what={t('notOpened')} />
        <p>
          <Button kind="main" busy={byPasskey.busy()} onClick={() => byPasskey.run()}>
            {t('usePasskey')}
          </Button>
        </p>
      </Show>
      <Form label={t('stepTitle')} onSubmit={byCode.run}>
        <TextField
          label={props.ways.includes('code') ? t('code') : t('recoveryCode')}
          hint={props.ways.includes('code') ? t('codeHint') : t('recoveryHint')}
          name="code"
          autocomplete="one-time-code"
          autocapitalize="off"
          spellcheck={false}
          value={code()}
          onInput={setCode}
          error={looked() && code().trim() === '' ? t('codeMissing') : undefined}
        />
        <StepFailed error={byCode.error()} what={t('notOpened')} />
        <p class="row">
          <Button type="submit" kind={passkey() ? 'plain' : 'main'} busy={byCode.busy()}>
            {t('goOn')}
          </Button>
          <Button kind="quiet" onClick={() => props.onOver()}>
            {t('startOver')}
          </Button>
        </p>
      </Form>
    </>
  )
}
