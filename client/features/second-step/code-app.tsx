import { createSignal, Match, Show, Switch } from 'solid-js'
import type { NewCodeApp, RecoveryCodes, SecondStep } from '../../../shared/api/account.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { secondStep } from '../../locales/en/second-step.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { type Proof, ProofForm } from './proof-form.tsx'
import { QrPicture } from './qr.tsx'
import { RecoveryCodesShown } from './recovery-codes.tsx'
import style from './second-step.module.css'

const t = texts(secondStep)
const PATH = '/api/community/v1/second-step/code-app'

interface WayProps {
  state: SecondStep
  onChanged: () => void
}

/** The app that shows codes: whether there is one, adding it, and taking it away. */
export function CodeAppWay(props: WayProps) {
  const [open, setOpen] = createSignal(false)
  const close = () => {
    setOpen(false)
    props.onChanged()
  }
  const remove = async (proof: Proof) => {
    await send('DELETE', PATH, proof)
    toast(t('appRemoved'))
    close()
  }
  return (
    <div class={style.way}>
      <h3>{t('app')}</h3>
      <p>{props.state.code_app ? t('appOn') : t('appOff')}</p>
      <p>
        <Button onClick={() => setOpen(true)}>{props.state.code_app ? t('appRemove') : t('appAdd')}</Button>
      </p>
      <Dialog open={open()} title={props.state.code_app ? t('appRemoveTitle') : t('appAddTitle')} onClose={close}>
        <Show when={props.state.code_app} fallback={<AddApp state={props.state} onClose={close} />}>
          <p>{t('appRemoveText')}</p>
          <ProofForm
            label={t('appRemoveTitle')}
            state={props.state}
            yes={t('appRemove')}
            kind="danger"
            act={remove}
            onClose={close}
          />
        </Show>
      </Dialog>
    </div>
  )
}

function AddApp(props: { state: SecondStep; onClose: () => void }) {
  const [made, setMade] = createSignal<NewCodeApp>()
  const [codes, setCodes] = createSignal<readonly string[]>()
  const done = ({ recovery_codes: fresh }: RecoveryCodes) => {
    toast(t('appAdded'))
    if (fresh) setCodes(fresh)
    else props.onClose()
  }
  const begin = async (proof: Proof) => setMade(await send<NewCodeApp>('POST', PATH, proof))
  return (
    <Switch
      fallback={
        <>
          <p>{t('appAddText')}</p>
          <ProofForm label={t('appAddTitle')} state={props.state} yes={t('goOn')} act={begin} onClose={props.onClose} />
        </>
      }
    >
      <Match when={codes()}>{(list) => <RecoveryCodesShown codes={list()} onClose={props.onClose} />}</Match>
      <Match when={made()}>{(app) => <ConfirmApp app={app()} onDone={done} />}</Match>
    </Switch>
  )
}

function ConfirmApp(props: { app: NewCodeApp; onDone: (codes: RecoveryCodes) => void }) {
  const [code, setCode] = createSignal('')
  const form = submitting(async () => {
    props.onDone(await send<RecoveryCodes>('POST', `${PATH}/confirm`, { code: code() }))
  })
  const spaced = () => props.app.secret.replace(/(.{4})(?=.)/g, '$1 ')
  return (
    <>
      <p>{t('scan')}</p>
      <QrPicture text={props.app.uri} label={t('qr')} />
      <p>
        {t('orType')} <code class={style.secret}>{spaced()}</code>
      </p>
      <Form label={t('appAddTitle')} onSubmit={form.run}>
        <TextField
          label={t('firstCode')}
          hint={t('firstCodeHint')}
          inputmode="numeric"
          autocomplete="one-time-code"
          value={code()}
          onInput={setCode}
          error={fieldReason(form.error(), 'code')}
        />
        <Failed error={form.error()} what={t('notDone')} />
        <p>
          <Button type="submit" kind="main" busy={form.busy()}>
            {t('appConfirm')}
          </Button>
        </p>
      </Form>
    </>
  )
}
