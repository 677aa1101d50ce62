import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { MediationMessage, MediationStream, MediationView } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { room } from '../../../locales/en/mediation-room.ts'
import { TabButtons } from '../../../ui/tabs.tsx'
import type { OpenCase } from '../open-case.ts'
import { Compose } from './compose.tsx'
import { CarriedWords, Message } from './message.tsx'
import { personName } from './names.ts'
import style from './talk.module.css'

const t = texts(room)

/** While these last, one can write a draft also where nothing can be sent just now. */
const TALKING: readonly string[] = ['opening', 'active']

interface TalkProps {
  view: MediationView
  of: OpenCase
}

const isParty = ({ role }: MediationView) => !['mediator', 'co_mediator', 'interpreter', 'coordinator'].includes(role)
const isCarriedHere = (message: MediationMessage) => message.carried && message.author === 'other'
const isReady = (message: MediationMessage) =>
  message.state === 'offered' && message.actions.some(({ verb }) => verb === 'approve')

/** The talk: what was carried, what may be carried, and each part of the room by itself. */
export function Talk(props: TalkProps) {
  const all = () => props.view.streams.flatMap(({ messages }) => messages)
  const carried = () => (isParty(props.view) ? all().filter(isCarriedHere) : [])
  const ready = () => (isParty(props.view) ? all().filter(isReady) : [])
  const other = () => personName(props.view.other)
  return (
    <>
      <Show when={carried().length > 0}>
        <section aria-labelledby="h-carried">
          <h2 id="h-carried">{t('carriedTitle')}</h2>
          <For each={carried()}>
            {(message) => (
              <CarriedWords
                message={message}
                act={props.of.act}
                caption={t('carriedBy', personName(props.view.mediator), other())}
              />
            )}
          </For>
        </section>
      </Show>
      <Show when={ready().length > 0}>
        <section aria-labelledby="h-ready">
          <h2 id="h-ready">{t('readyTitle')}</h2>
          <For each={ready()}>
            {(message) => <CarriedWords message={message} act={props.of.act} caption={t('readyHint', other())} ready />}
          </For>
        </section>
      </Show>
      <Show when={props.view.streams.length > 0}>
        <Streams view={props.view} of={props.of} />
      </Show>
    </>
  )
}

/** The parts of the room that this viewer reads; of several, one at a time. */
function Streams(props: TalkProps) {
  const [chosen, setChosen] = createSignal<MediationStream>()
  const streams = () => props.view.streams
  const at = () => streams().find(({ name }) => name === chosen()) ?? streams()[0]
  return (
    <div class="stack">
      <Show when={streams().length > 1}>
        <TabButtons
          label={t('streams')}
          items={streams().map(({ name, label }) => ({ value: name, text: label }))}
          value={at()?.name ?? 'joint'}
          onChoose={setChosen}
        />
      </Show>
      <Show when={at()}>{(stream) => <StreamPart stream={stream()} view={props.view} of={props.of} />}</Show>
    </div>
  )
}

interface PartProps extends TalkProps {
  stream: MediationView['streams'][number]
}

function StreamPart(props: PartProps) {
  const id = createUniqueId()
  const above = (message: MediationMessage) => isParty(props.view) && (isCarriedHere(message) || isReady(message))
  const messages = () => props.stream.messages.filter((message) => !above(message))
  // A support person reads and cannot write: then there is nothing to write in.
  const silent = () => ['support_a', 'support_b', 'interpreter'].includes(props.view.role)
  const writes = () => props.stream.can_write || (TALKING.includes(props.view.state) && !silent())
  const readBy = () => (props.stream.name === 'joint' ? readersOf(props.view) : undefined)
  return (
    <section class={`${style.stream} stack-s`} data-stream={props.stream.name} aria-labelledby={id}>
      <h2 id={id}>{props.stream.label}</h2>
      <p class="hint">
        {props.stream.hint} <b>{t('readers')}</b> {props.stream.readers}
      </p>
      <div>
        <For each={messages()} fallback={<p class="hint">{t('nothing')}</p>}>
          {(message) => <Message message={message} act={props.of.act} />}
        </For>
      </div>
      <Show when={writes()}>
        <Compose
          caseId={props.view.id}
          stream={props.stream}
          to={writeTo(props.view, props.stream.name)}
          readBy={readBy()}
          quotes={props.view.quotable}
          write={props.of.write}
        />
      </Show>
    </section>
  )
}

/** Who is named before something is sent into the room of all three. */
const readersOf = (view: MediationView): string => (!isParty(view) ? room.bothSides : personName(view.other))

/** To whom one writes in a part of the room. */
function writeTo({ role, parties, mediator }: MediationView, stream: MediationStream): string {
  if (stream === 'notes') return t('writeNote')
  if (stream === 'joint') return t('writeAll')
  if (role !== 'mediator' && role !== 'co_mediator') return t('writeTo', personName(mediator))
  return t('writeTo', personName((stream === 'caucus_a' ? parties?.a : parties?.b) ?? null))
}
