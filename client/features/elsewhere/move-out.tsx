import { createSignal, Show } from 'solid-js'
import type { SecondStep } from '../../../shared/api/account.ts'
import type { Moved } from '../../../shared/api/elsewhere.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { comingAndGoing } from '../../locales/en/coming-and-going.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Proof, ProofForm } from '../second-step/proof-form.tsx'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(comingAndGoing)
const PATH = '/api/community/v1/move'

type Answer = { moved: Moved | null }

/** Moving one's followers to another account, or where one moved to. */
export function MoveOut(props: { state: SecondStep }) {
  const now = loaded(
    () => undefined,
    (_, signal) => read<Answer>(PATH, { signal }),
  )
  const stay = () =>
    send('DELETE', PATH)
      .then(() => toast(t('stayed')))
      .catch(() => toast(t('notDone')))
      .finally(() => now.reload())
  return (
    <Show when={now.value()} fallback={<Waiting label={t('loading')} from={now} />}>
      {(answer) => (
        <Show when={answer().moved} fallback={<MoveForm state={props.state} onMoved={(moved) => now.set(moved)} />}>
          {(moved) => (
            <>
              <p>{t('movedTo', moved().acct)}</p>
              <p class="row">
                <Button onClick={stay}>{t('stay')}</Button>
              </p>
            </>
          )}
        </Show>
      )}
    </Show>
  )
}

function MoveForm(props: { state: SecondStep; onMoved: (answer: Answer) => void }) {
  const [acct, setAcct] = createSignal('')
  const [open, setOpen] = createSignal(false)
  const [looked, setLooked] = createSignal(false)
  const missing = () => looked() && acct().trim() === ''
  const askFirst = () => {
    setLooked(true)
    setOpen(!missing())
  }
  const go = async (proof: Proof) => {
    const answer = await send<Answer>('POST', PATH, { ...proof, acct: acct() })
    setOpen(false)
    props.onMoved(answer)
  }
  return (
    <>
      <TextField
        label={t('target')}
        hint={t('targetHint')}
        name="target"
        autocomplete="off"
        autocapitalize="none"
        value={acct()}
        onInput={setAcct}
        error={missing() ? t('targetMissing') : undefined}
      />
      <p class="row">
        <Button onClick={askFirst}>{t('goThere')}</Button>
      </p>
      <Dialog open={open()} title={t('moveTitle')} onClose={() => setOpen(false)}>
        <p>{t('moveText')}</p>
        <ProofForm
          label={t('moveTitle')}
          state={props.state}
          yes={t('goThere')}
          act={go}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}
