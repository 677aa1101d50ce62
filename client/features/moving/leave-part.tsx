import { createSignal, Show } from 'solid-js'
import type { SecondStep } from '../../../shared/api/account.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { moving } from '../../locales/en/moving.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type Proof, ProofForm } from '../second-step/proof-form.tsx'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(moving)
const PATH = '/api/community/v1/departure'

/** Deleting one's account, with what that means and the way back. */
export function LeavePart(props: { state: SecondStep }) {
  const [open, setOpen] = createSignal(false)
  const what = loaded(
    () => undefined,
    (_, signal) => read<{ days: number; last_owner: boolean }>(PATH, { signal }),
  )
  const leave = async (proof: Proof) => {
    await send('POST', PATH, proof)
    // a whole new page: nothing of what was on the screen stays
    location.replace('/left')
  }
  return (
    <Show when={what.value()} fallback={<Waiting label={t('loading')} from={what} />}>
      {(now) => (
        <Show when={!now().last_owner} fallback={<p>{t('leaveLast')}</p>}>
          <p>
            <Button kind="danger" onClick={() => setOpen(true)}>
              {t('leaveButton')}
            </Button>
          </p>
          <Dialog open={open()} title={t('leaveTitle')} onClose={() => setOpen(false)}>
            <p>{t('leaveText', now().days)}</p>
            <p>{t('leaveTake')}</p>
            <ProofForm
              label={t('leaveTitle')}
              state={props.state}
              yes={t('leaveYes')}
              kind="danger"
              act={leave}
              onClose={() => setOpen(false)}
            />
          </Dialog>
        </Show>
      )}
    </Show>
  )
}
