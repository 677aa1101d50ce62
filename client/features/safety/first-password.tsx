import { createSignal, Show } from 'solid-js'
import type { RecoveryCodes, SecondStep } from '../../../shared/api/account.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { lengthOf, PASSWORD_MIN } from '../../lib/password.ts'
import { fieldReason } from '../../lib/reason.ts'
import { safety } from '../../locales/en/safety.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Proof, ProofForm } from '../second-step/proof-form.tsx'
import { RecoveryCodesShown } from '../second-step/recovery-codes.tsx'

const t = texts(safety)

interface FirstPasswordProps {
  state: SecondStep
  onChanged: () => void
}

/** For who joined with a passkey: that no password is needed, and a first one for who wants it, with the passkey as proof. */
export function FirstPassword(props: FirstPasswordProps) {
  const [open, setOpen] = createSignal(false)
  const [codes, setCodes] = createSignal<readonly string[]>()
  const close = () => {
    setOpen(false)
    // also where the answer was lost on the way: what holds now is shown
    props.onChanged()
  }
  const isSet = (made: RecoveryCodes) => {
    toast(t('isSet'))
    if (made.recovery_codes) setCodes(made.recovery_codes)
    else close()
  }
  return (
    <>
      <p>{t('noPassword')}</p>
      <p>
        <Button onClick={() => setOpen(true)}>{t('setOne')}</Button>
      </p>
      <Dialog open={open()} title={t('setOne')} onClose={close}>
        <Show when={codes()} fallback={<Choose state={props.state} onSet={isSet} onClose={close} />}>
          {(list) => <RecoveryCodesShown codes={list()} onClose={close} />}
        </Show>
      </Dialog>
    </>
  )
}

function Choose(props: { state: SecondStep; onSet: (made: RecoveryCodes) => void; onClose: () => void }) {
  const [password, setPassword] = createSignal('')
  const [looked, setLooked] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const short = () => looked() && lengthOf(password()) < PASSWORD_MIN
  const choose = async ({ passkey }: Proof) => {
    setError(undefined)
    try {
      props.onSet(await send<RecoveryCodes>('POST', '/auth/password/change', { password: password(), passkey }))
    } catch (reason) {
      setError(() => reason)
      throw reason
    }
  }
  const mayAsk = () => {
    setLooked(true)
    return !short()
  }
  return (
    <>
      <p>{t('setText')}</p>
      <PasswordField
        label={t('next')}
        hint={t('nextHint')}
        name="password"
        autocomplete="new-password"
        value={password()}
        onInput={setPassword}
        error={short() ? t('tooShort', lengthOf(password())) : fieldReason(error(), 'password')}
      />
      <ProofForm
        label={t('setOne')}
        state={props.state}
        yes={t('setOne')}
        mayAsk={mayAsk}
        act={choose}
        onClose={props.onClose}
      />
    </>
  )
}
