import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { Passkey, RecoveryCodes, SecondStep } from '../../../shared/api/account.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { secondStep } from '../../locales/en/second-step.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import entries from '../safety/entries.module.css'
import { knowsPasskeys, makePasskey } from './passkey.ts'
import { type Proof, ProofForm } from './proof-form.tsx'
import { RecoveryCodesShown } from './recovery-codes.tsx'
import style from './second-step.module.css'

const t = texts(secondStep)
const PATH = '/api/community/v1/second-step/passkeys'

/** One's passkeys: adding one with a name, and taking one away. */
export function PasskeysWay(props: { state: SecondStep; onChanged: () => void }) {
  const [adding, setAdding] = createSignal(false)
  const [leaving, setLeaving] = createSignal<Passkey>()
  const done = () => {
    setAdding(false)
    setLeaving(undefined)
    props.onChanged()
  }
  const remove = async (proof: Proof) => {
    await send('DELETE', `${PATH}/${leaving()?.id}`, proof)
    toast(t('passkeyRemoved'))
    done()
  }
  const possible = () => props.state.passkeys_possible && knowsPasskeys()
  return (
    <div class={style.way}>
      <h3>{t('passkeys')}</h3>
      <p>{t('passkeysText')}</p>
      <ul class={entries.list} aria-label={t('passkeys')}>
        <For each={props.state.passkeys}>{(key) => <Line passkey={key} onRemove={() => setLeaving(key)} />}</For>
      </ul>
      <Show when={possible()} fallback={<p class="hint">{t('passkeysNot')}</p>}>
        <p>
          <Button onClick={() => setAdding(true)}>{t('passkeyAdd')}</Button>
        </p>
      </Show>
      <Dialog open={adding()} title={t('passkeyAddTitle')} onClose={done}>
        <AddPasskey state={props.state} onClose={done} />
      </Dialog>
      <Dialog
        open={leaving() !== undefined}
        title={t('passkeyRemoveTitle', leaving()?.name ?? '')}
        onClose={() => setLeaving(undefined)}
      >
        <ProofForm
          label={t('passkeyRemoveTitle', leaving()?.name ?? '')}
          state={props.state}
          yes={t('passkeyRemove')}
          kind="danger"
          act={remove}
          onClose={() => setLeaving(undefined)}
        />
      </Dialog>
    </div>
  )
}

function Line(props: { passkey: Passkey; onRemove: () => void }) {
  return (
    <li>
      <div>
        <p class={entries.name} dir="auto">
          {props.passkey.name}
        </p>
        <p class="hint">
          {t('added')} <Time at={props.passkey.created_at} />,{' '}
          <Show when={props.passkey.used_at} fallback={t('neverUsed')}>
            {(at) => (
              <>
                {t('lastUsed')} <Time at={at()} />
              </>
            )}
          </Show>
          .
        </p>
      </div>
      <Button aria-label={t('passkeyRemoveOne', props.passkey.name)} onClick={() => props.onRemove()}>
        {t('passkeyRemove')}
      </Button>
    </li>
  )
}

function AddPasskey(props: { state: SecondStep; onClose: () => void }) {
  const [name, setName] = createSignal('')
  const [codes, setCodes] = createSignal<readonly string[]>()
  const add = async (proof: Proof) => {
    const response = await makePasskey(await send('POST', `${PATH}/options`, proof))
    const { recovery_codes: fresh } = await send<RecoveryCodes>('POST', PATH, { name: name(), response })
    toast(t('passkeyAdded'))
    if (fresh) setCodes(fresh)
    else props.onClose()
  }
  return (
    <Switch
      fallback={
        <>
          <p>{props.state.password ? t('passkeyAddText') : t('passkeySpareText')}</p>
          <TextField
            label={t('passkeyName')}
            hint={t('passkeyNameHint')}
            maxLength={60}
            value={name()}
            onInput={setName}
            dir="auto"
          />
          <ProofForm
            label={t('passkeyAddTitle')}
            state={props.state}
            yes={t('goOn')}
            act={add}
            onClose={props.onClose}
          />
        </>
      }
    >
      <Match when={codes()}>{(list) => <RecoveryCodesShown codes={list()} onClose={props.onClose} />}</Match>
    </Switch>
  )
}
