import { createSignal, Show } from 'solid-js'
import type { SecondStep } from '../../../shared/api/account.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { secondStep } from '../../locales/en/second-step.ts'
import { Button, type ButtonKind } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { StepFailed } from './not-signed.tsx'
import { askPasskey, knowsPasskeys } from './passkey.ts'

const t = texts(secondStep)

/** That it is oneself, as the server asks for it. */
export type Proof = { password: string; code?: string; passkey?: object }

interface ProofProps {
  label: string
  /** What oneself set up; its second step is asked for too. */
  state: Pick<SecondStep, 'password' | 'code_app' | 'passkeys'>
  yes: string
  kind?: ButtonKind
  /** Whether what stands beside it is whole, before a passkey is asked for. */
  mayAsk?: () => boolean
  act: (proof: Proof) => Promise<unknown>
  onClose: () => void
}

/** Password, and the second step where there is one, or the passkey of who has no password, before something that matters. */
export function ProofForm(props: ProofProps) {
  const [password, setPassword] = createSignal('')
  const [code, setCode] = createSignal('')
  const [looked, setLooked] = createSignal(false)
  const second = () => props.state.password && (props.state.code_app || props.state.passkeys.length > 0)
  const untyped = () => props.state.password && password() === ''
  const form = submitting(async () => {
    setLooked(true)
    if (!props.state.password) return signed.run()
    if (!untyped()) await props.act({ password: password(), ...(second() && { code: code() }) })
  })
  const signed = submitting(async () => {
    setLooked(true)
    if (untyped() || props.mayAsk?.() === false) return
    const passkey = await askPasskey(await send('POST', '/api/community/v1/second-step/prove-options'))
    await props.act({ password: password(), passkey })
  })
  const error = () => form.error() ?? signed.error()
  return (
    <Form label={props.label} onSubmit={form.run}>
      <Show when={props.state.password} fallback={<p>{t('noPassword')}</p>}>
        <PasswordField
          label={t('password')}
          name="password"
          autocomplete="current-password"
          value={password()}
          onInput={setPassword}
          error={looked() && untyped() ? t('passwordMissing') : fieldReason(error(), 'password')}
        />
      </Show>
      <Show when={second()}>
        <TextField
          label={props.state.code_app ? t('code') : t('recoveryCode')}
          hint={props.state.code_app ? t('codeHint') : t('recoveryHint')}
          autocomplete="one-time-code"
          autocapitalize="off"
          spellcheck={false}
          value={code()}
          onInput={setCode}
          error={fieldReason(error(), 'code')}
        />
      </Show>
      <StepFailed error={error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" kind={props.kind ?? 'main'} busy={form.busy()}>
          {props.yes}
        </Button>
        <Show when={props.state.password && props.state.passkeys.length > 0 && knowsPasskeys()}>
          <Button busy={signed.busy()} onClick={() => signed.run()}>
            {t('withPasskey')}
          </Button>
        </Show>
        <Button kind="quiet" onClick={() => props.onClose()}>
          {t('leave')}
        </Button>
      </p>
    </Form>
  )
}
