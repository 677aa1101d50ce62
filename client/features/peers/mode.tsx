import { createSignal, For } from 'solid-js'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { peers } from '../../locales/en/peers.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line } from '../people/line.tsx'
import style from '../people/people.module.css'
import { Failed } from '../shell/failed.tsx'
import { SERVERS } from './paths.ts'
import { Section } from './peer-about.tsx'

const t = texts(peers)

interface Allowed {
  mode: 'open' | 'allow_list'
  domains: string[]
}

/** Whether every server is spoken with, or only those named. */
export function ModePart() {
  const now = loaded(
    () => undefined,
    (_, signal) => read<Allowed>(`${SERVERS}/allowed`, { signal }),
  )
  return (
    <Section id="mode" title={t('mode')}>
      <Chooser now={now} />
      <Named now={now} />
    </Section>
  )
}

function Chooser(props: { now: Loaded<Allowed> }) {
  const [asking, setAsking] = createSignal(false)
  const mode = () => props.now.value()?.mode
  const choose = submitting(async () => {
    await send('PUT', `${SERVERS}/mode`, { mode: mode() === 'allow_list' ? 'open' : 'allow_list' })
    setAsking(false)
    props.now.reload()
    toast(t('modeSaved'))
  })
  const leave = () => {
    setAsking(false)
    // the choice that was not made stands as it did
    props.now.reload()
  }
  return (
    <>
      <p>{mode() === 'allow_list' ? t('modeList') : t('modeOpen')}</p>
      <p class="row">
        <Button busy={choose.busy()} onClick={() => (mode() === 'allow_list' ? choose.run() : setAsking(true))}>
          {mode() === 'allow_list' ? t('toOpen') : t('toList')}
        </Button>
      </p>
      <ConfirmDialog
        open={asking()}
        title={t('modeAsk')}
        yes={t('modeYes')}
        no={t('no')}
        busy={choose.busy()}
        onYes={() => choose.run()}
        onClose={leave}
      >
        <p>{t('modeText')}</p>
        <Failed error={choose.error()} what={t('notDone')} />
      </ConfirmDialog>
    </>
  )
}

function Named(props: { now: Loaded<Allowed> }) {
  const [domain, setDomain] = createSignal('')
  const put = async (which: string, allowed: boolean) => {
    await send('PUT', `${SERVERS}/allowed`, { domain: which, allowed })
    props.now.reload()
  }
  const name = submitting(async () => {
    await put(domain(), true)
    setDomain('')
  })
  return (
    <>
      <Form label={t('allowed')} onSubmit={name.run}>
        <TextField
          label={t('allowedName')}
          name="allowed"
          autocomplete="off"
          autocapitalize="none"
          value={domain()}
          onInput={setDomain}
          error={fieldReason(name.error(), 'domain')}
        />
        <p class="row">
          <Button type="submit" busy={name.busy()}>
            {t('allow')}
          </Button>
        </p>
      </Form>
      <ul class={style.list} aria-label={t('allowed')}>
        <For each={props.now.value()?.domains}>
          {(which) => (
            <Line
              below
              first={<></>}
              acts={
                <Button kind="quiet" onClick={() => put(which, false).catch(() => toast(t('notDone')))}>
                  {t('disallow')}
                  <span class="sr"> {which}</span>
                </Button>
              }
            >
              <p class={style.name}>{which}</p>
            </Line>
          )}
        </For>
      </ul>
    </>
  )
}
