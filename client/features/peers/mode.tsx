import { createSignal, For, Show } from 'solid-js'
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
import { PreviewOf } from './preview.tsx'

const t = texts(peers)

interface Allowed {
  mode: 'open' | 'allow_list'
  domains: string[]
}

/** Does what cuts servers off, or proposes it where that takes two; whether it waits. */
const propose = async (body: object): Promise<boolean> =>
  (await send<{ proposed: boolean }>('POST', `${SERVERS}/proposals`, body)).proposed

/** Whether every server is spoken with, or only those named; read again with each proposal that is `answered`. */
export function ModePart(props: { answered: number; onProposed: () => void }) {
  const now = loaded(
    () => props.answered,
    (_, signal) => read<Allowed>(`${SERVERS}/allowed`, { signal }),
  )
  return (
    <Section id="mode" title={t('mode')}>
      <Chooser now={now} onProposed={props.onProposed} />
      <Named now={now} onProposed={props.onProposed} />
    </Section>
  )
}

interface PartProps {
  now: Loaded<Allowed>
  onProposed: () => void
}

function Chooser(props: PartProps) {
  const [asking, setAsking] = createSignal(false)
  const mode = () => props.now.value()?.mode
  const choose = submitting(async () => {
    const closes = mode() !== 'allow_list'
    const proposed = closes ? await propose({ what: 'allow_list' }) : false
    if (!closes) await send('PUT', `${SERVERS}/mode`, { mode: 'open' })
    setAsking(false)
    props.now.reload()
    props.onProposed()
    toast(proposed ? t('proposed') : t('modeSaved'))
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
        <Show when={asking()}>
          <PreviewOf what="allow_list" domain="" cutOff />
        </Show>
        <p>{t('twoText')}</p>
        <Failed error={choose.error()} what={t('notDone')} />
      </ConfirmDialog>
    </>
  )
}

function Named(props: PartProps) {
  const [domain, setDomain] = createSignal('')
  const put = async (which: string, allowed: boolean) => {
    if (allowed) await send('PUT', `${SERVERS}/allowed`, { domain: which, allowed })
    else if (await propose({ what: 'disallow', domain: which })) toast(t('proposed'))
    props.now.reload()
    props.onProposed()
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
                <Disallow
                  domain={which}
                  cutsOff={props.now.value()?.mode === 'allow_list'}
                  onYes={() => put(which, false)}
                />
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

/** Names a server no longer; where that cuts it off, with a look at what it does first. */
function Disallow(props: { domain: string; cutsOff: boolean; onYes: () => Promise<void> }) {
  const [asking, setAsking] = createSignal(false)
  const drop = submitting(async () => {
    await props.onYes()
    setAsking(false)
  })
  return (
    <>
      <Button kind="quiet" busy={drop.busy()} onClick={() => (props.cutsOff ? setAsking(true) : drop.run())}>
        {t('disallow')}
        <span class="sr"> {props.domain}</span>
      </Button>
      <ConfirmDialog
        open={asking()}
        title={t('disallowAsk', props.domain)}
        yes={t('disallow')}
        no={t('no')}
        busy={drop.busy()}
        onYes={() => drop.run()}
        onClose={() => setAsking(false)}
      >
        <Show when={asking()}>
          <PreviewOf what="disallow" domain={props.domain} cutOff />
        </Show>
        <p>{t('twoText')}</p>
      </ConfirmDialog>
      <Failed error={drop.error()} what={t('notDone')} />
    </>
  )
}
