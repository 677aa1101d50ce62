import { createSignal, Show } from 'solid-js'
import type { OwnAddress, SecondStep } from '../../../shared/api/account.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { looksLikeMail } from '../../lib/mail-address.ts'
import { reasonOf } from '../../lib/reason.ts'
import { moving } from '../../locales/en/moving.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Proof, ProofForm } from '../second-step/proof-form.tsx'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(moving)
const PATH = '/auth/address'

/** The mail address, and changing it: the new one counts once its link was opened. */
export function AddressPart(props: { state: SecondStep }) {
  const [open, setOpen] = createSignal(false)
  const own = loaded(
    () => undefined,
    (_, signal) => read<OwnAddress>(PATH, { signal }),
  )
  const drop = async () => {
    try {
      own.set(await send<OwnAddress>('DELETE', PATH))
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
  }
  const asked = (now: OwnAddress) => {
    own.set(now)
    setOpen(false)
  }
  return (
    <Show when={own.value()} fallback={<Waiting label={t('loading')} from={own} />}>
      {(now) => (
        <>
          <p>{now().email ?? t('addressNone')}</p>
          <Show when={now().waiting}>{(email) => <p role="status">{t('addressWaits', email())}</p>}</Show>
          <p class="row">
            <Button onClick={() => setOpen(true)}>{t('addressChange')}</Button>
            <Show when={now().waiting}>
              <Button kind="quiet" onClick={drop}>
                {t('addressDrop')}
              </Button>
            </Show>
          </p>
          <Dialog open={open()} title={t('addressTitle')} onClose={() => setOpen(false)}>
            <NewAddress state={props.state} onAsked={asked} onClose={() => setOpen(false)} />
          </Dialog>
        </>
      )}
    </Show>
  )
}

interface NewAddressProps {
  state: SecondStep
  onAsked: (now: OwnAddress) => void
  onClose: () => void
}

function NewAddress(props: NewAddressProps) {
  const [email, setEmail] = createSignal('')
  const [looked, setLooked] = createSignal(false)
  const ask = async (proof: Proof) => {
    setLooked(true)
    if (looksLikeMail(email())) props.onAsked(await send<OwnAddress>('POST', PATH, { email: email().trim(), ...proof }))
  }
  return (
    <>
      <TextField
        label={t('addressNew')}
        type="email"
        autocomplete="email"
        value={email()}
        onInput={setEmail}
        error={looked() && !looksLikeMail(email()) ? t('addressMissing') : undefined}
      />
      <ProofForm
        label={t('addressTitle')}
        state={props.state}
        yes={t('addressSend')}
        act={ask}
        onClose={props.onClose}
      />
    </>
  )
}
