import { createSignal, For, Show } from 'solid-js'
import { type PanicDoc, type PanicKind, type PanicSwitch, panicKinds } from '../../../shared/api/panic.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { house } from '../../locales/en/house.ts'
import { housePanic } from '../../locales/en/house-panic.ts'
import { loadSession } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line } from '../people/line.tsx'
import style from '../people/people.module.css'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { TurnForm } from './turn-form.tsx'

const t = texts(housePanic)
const h = texts(house)

/** The door for the switches. */
const PANIC = '/api/community/v1/admin/panic'

/** Every switch: what it is, what breaks, and whether it is on. */
export function Switches() {
  const doc = loaded(
    () => undefined,
    (_, signal) => read<PanicDoc>(PANIC, { signal }),
  )
  return (
    <div class="stack">
      <p>{t('lede')}</p>
      <Show when={doc.value()} fallback={<Waiting label={h('loading')} from={doc} />}>
        {(now) => (
          <>
            <Show when={now().others === 0}>
              <p class="hint">{t('nobodyElse')}</p>
            </Show>
            <ul class={style.list}>
              <For each={panicKinds}>{(kind) => <SwitchLine kind={kind} doc={now()} from={doc} />}</For>
            </ul>
          </>
        )}
      </Show>
    </div>
  )
}

interface LineProps {
  kind: PanicKind
  doc: PanicDoc
  from: Loaded<PanicDoc>
}

function SwitchLine(props: LineProps) {
  const [asking, setAsking] = createSignal(false)
  const words = () => t('kinds')[props.kind]
  const on = () => props.doc.on.find((one) => one.kind === props.kind)
  const holds = () => Date.parse(on()?.ends_at ?? '') > Date.now()
  const turned = (now: PanicDoc) => {
    setAsking(false)
    props.from.set(now)
    toast(t('turnedOn', words().title))
    loadSession().catch(() => undefined)
  }
  return (
    <Line
      below
      first={
        <Show when={on()} fallback={<span class={style.since}>{t('off')}</span>}>
          {holds() ? t('on') : t('waits')}
        </Show>
      }
      acts={
        <Show
          when={on()}
          fallback={
            <Button onClick={() => setAsking(true)}>
              {props.kind === 'log_out_all' ? t('doIt') : t('turnOn')}
              <span class="sr"> {words().title}</span>
            </Button>
          }
        >
          {(one) => <Acts {...props} one={one()} />}
        </Show>
      }
    >
      <h2 class={style.name}>{words().title}</h2>
      <p>{words().breaks}</p>
      <Show when={on()}>{(one) => <Told one={one()} />}</Show>
      <Dialog open={asking()} title={t('turnOnTitle', words().title)} onClose={() => setAsking(false)}>
        <TurnForm
          kind={props.kind}
          solo={props.doc.solo_hours[props.kind]}
          onTurned={turned}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </Line>
  )
}

function Told(props: { one: PanicSwitch }) {
  const isLonger = () => props.one.wanted_until > props.one.ends_at
  return (
    <>
      <p class="hint">
        {t('until', props.one.ends_at)} <Show when={props.one.begun_by}>{(name) => t('by', name())}</Show>
        <Show when={props.one.confirmed_by}>{(name) => <>, {t('agreedBy', name())}</>}</Show>
      </p>
      <Show when={isLonger()}>
        <p class="hint">
          {t('wanted', props.one.wanted_until)} {props.one.may_confirm ? '' : t('notYou')}
        </p>
      </Show>
      <p class={style.said} dir="auto">
        “{props.one.reason}”
      </p>
    </>
  )
}

function Acts(props: LineProps & { one: PanicSwitch }) {
  const [verb, setVerb] = createSignal<'confirm' | 'end'>('end')
  const doing = submitting(async () => {
    const did = verb()
    props.from.set(await send<PanicDoc>('POST', `${PANIC}/${props.one.id}/${did}`))
    toast(did === 'end' ? t('turnedOff', t('kinds')[props.kind].title) : t('agreed'))
    loadSession().catch(() => undefined)
  })
  const act = (which: 'confirm' | 'end') => {
    setVerb(which)
    doing.run()
  }
  return (
    <>
      <Show when={props.one.may_confirm}>
        <Button busy={doing.busy()} onClick={() => act('confirm')}>
          {t('agree')}
        </Button>
      </Show>
      <Button busy={doing.busy()} onClick={() => act('end')}>
        {t('turnOff')}
        <span class="sr"> {t('kinds')[props.kind].title}</span>
      </Button>
      <Failed error={doing.error()} what={h('notDone')} />
    </>
  )
}
