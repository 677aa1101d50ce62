import { createSignal, Show } from 'solid-js'
import type { RecoveryCodes, SecondStep } from '../../../shared/api/account.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import type { Loaded } from '../../lib/loaded.ts'
import { secondStep } from '../../locales/en/second-step.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { CodeAppWay } from './code-app.tsx'
import { PasskeysWay } from './passkeys.tsx'
import { type Proof, ProofForm } from './proof-form.tsx'
import { RecoveryCodesShown } from './recovery-codes.tsx'
import style from './second-step.module.css'

const t = texts(secondStep)
const PATH = '/api/community/v1/second-step'

/** What is asked beside the password: an app, passkeys, and the codes for the day when both are lost. */
export function SecondStepPart(props: { from: Loaded<SecondStep> }) {
  const again = () => props.from.reload()
  return (
    <Show when={props.from.value()} fallback={<Waiting label={t('loading')} from={props.from} />}>
      {(now) => (
        <>
          <Show when={now().password || now().code_app}>
            <CodeAppWay state={now()} onChanged={again} />
          </Show>
          <PasskeysWay state={now()} onChanged={again} />
          <Show when={now().password && (now().code_app || now().passkeys.length > 0)}>
            <RecoveryWay state={now()} onChanged={again} />
          </Show>
        </>
      )}
    </Show>
  )
}

function RecoveryWay(props: { state: SecondStep; onChanged: () => void }) {
  const [open, setOpen] = createSignal(false)
  const [codes, setCodes] = createSignal<readonly string[] | null>()
  const renew = async (proof: Proof) => {
    setCodes((await send<RecoveryCodes>('POST', `${PATH}/recovery-codes`, proof)).recovery_codes)
  }
  const close = () => {
    setOpen(false)
    setCodes(undefined)
    props.onChanged()
  }
  return (
    <div class={style.way}>
      <h3>{t('recovery')}</h3>
      <p>{t('recoveryLeft', props.state.recovery_codes_left)}</p>
      <p>
        <Button onClick={() => setOpen(true)}>{t('recoveryNew')}</Button>
      </p>
      <Dialog open={open()} title={t('recoveryNew')} onClose={close}>
        <Show
          when={codes()}
          fallback={
            <>
              <p>{t('recoveryNewText')}</p>
              <ProofForm label={t('recoveryNew')} state={props.state} yes={t('goOn')} act={renew} onClose={close} />
            </>
          }
        >
          {(list) => <RecoveryCodesShown codes={list()} onClose={close} />}
        </Show>
      </Dialog>
    </div>
  )
}
