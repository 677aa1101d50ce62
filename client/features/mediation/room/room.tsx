import { For, Show } from 'solid-js'
import type { MediationView } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { mediation } from '../../../locales/en/mediation.ts'
import { desk } from '../../../locales/en/mediation-desk.ts'
import { room } from '../../../locales/en/mediation-room.ts'
import { Slip } from '../../../ui/slip.tsx'
import { Day } from '../due.tsx'
import { ActionForm } from '../form/action-form.tsx'
import { ActionButton, Actions } from '../form/actions.tsx'
import type { OpenCase } from '../open-case.ts'
import { Agreement } from './agreement.tsx'
import { BesideRoom } from './beside.tsx'
import { Candidates } from './candidates.tsx'
import { aboutCase, CaseContext, personName } from './names.ts'
import { Phases } from './phases.tsx'
import style from './room.module.css'
import { Talk } from './streams.tsx'

const t = texts(room)

interface RoomProps {
  view: MediationView
  of: OpenCase
}

/** A case that goes, or went: where it stands, the talk, what is agreed, and everything that one can do. */
export function Room(props: RoomProps) {
  const mine = () => props.view.actions.filter((action) => !isDrawn(props.view, action.verb))
  return (
    <CaseContext.Provider value={() => aboutCase(props.view)}>
      <div class={style.room}>
        <Phases view={props.view} />
        <div class="stack-l">
          <div class="stack">
            <h1 dir="auto">{headingOf(props.view)}</h1>
            <p class="prose">{props.view.text}</p>
            <Paused until={props.view.paused_until} />
            <Exceptions view={props.view} />
          </div>
          <Show when={props.view.actions.some(({ verb }) => verb === 'take')}>
            <Guide />
          </Show>
          <Prompts view={props.view} />
          <Foremost view={props.view} of={props.of} />
          <Show when={props.view.candidates.length > 0}>
            <Candidates candidates={props.view.candidates} act={props.of.act} />
          </Show>
          <Show when={props.view.agreement || props.view.actions.some(({ verb }) => verb === 'edit_agreement')}>
            <Agreement view={props.view} act={props.of.act} />
          </Show>
          <Talk view={props.view} of={props.of} />
          <Show when={mine().some((action) => isOther(props.view, action))}>
            <section class="stack" aria-labelledby="h-more">
              <h2 id="h-more">{mediation.more}</h2>
              <Actions actions={mine().filter((action) => isOther(props.view, action))} act={props.of.act} />
            </section>
          </Show>
        </div>
        <BesideRoom view={props.view} />
      </div>
    </CaseContext.Provider>
  )
}

/** In an open talk each side is told the one thing that counts; else where the case stands. */
function headingOf({ state, role, mode, mediator, paused_until, track, title }: MediationView): string {
  const talks = state === 'active' && track === 'mediation' && !paused_until
  if (!talks || !mediator || (role !== 'a' && role !== 'b')) return title
  return t(mode === 'shuttle' ? 'speakWith' : 'speakTogether', personName(mediator))
}

type Action = MediationView['actions'][number]

/** A mediator in a talk has many things to do and none that is the one thing to do now. */
const isForemost = ({ role, state }: MediationView, { weight, verb }: Action) =>
  weight === 'main' &&
  !(role === 'mediator' && state !== 'matching' && verb !== 'unfreeze') &&
  !(role === 'co_mediator' && state === 'active' && verb !== 'accept_co')

/** What stands in the list: neither the one thing to do now, nor a way out that is always in sight. */
const isOther = (view: MediationView, action: Action) =>
  !isForemost(view, action) && (action.weight !== 'exit' || action.form.length > 0)

/** What has a screen of its own. */
function isDrawn(view: MediationView, verb: string): boolean {
  if (verb === 'vote') return view.candidates.length > 0
  if (verb === 'sign' || verb === 'done' || verb === 'take_back') return view.agreement !== null
  return verb === 'edit_agreement'
}

/** The one thing to do now, where there is one. */
function Foremost(props: RoomProps) {
  const verbs = () =>
    props.view.actions
      .filter((action) => isForemost(props.view, action) && !isDrawn(props.view, action.verb))
      .map(({ verb }) => verb)
  const find = (verb: string) => props.view.actions.find((action) => action.verb === verb)
  return (
    <For each={verbs()}>
      {(verb) => (
        <Show when={find(verb)}>
          {(action) => (
            <section class="stack" aria-label={action().label}>
              <Show when={action().hint}>
                <p class="prose">{action().hint}</p>
              </Show>
              <Show
                when={action().form.length > 0}
                fallback={
                  <p>
                    <ActionButton action={action()} act={props.of.act} />
                  </p>
                }
              >
                <ActionForm action={action()} onSend={(form) => props.of.act(verb, form)} />
              </Show>
            </section>
          )}
        </Show>
      )}
    </For>
  )
}

/** What everybody who mediates keeps to, before they say yes. */
function Guide() {
  return (
    <section class="stack-s" aria-labelledby="h-guide">
      <h2 id="h-guide">{t('guide')}</h2>
      <ul class="stack-s">
        <For each={desk.code}>{(line) => <li class="prose">{line}</li>}</For>
      </ul>
    </section>
  )
}

/** That the room was opened, is held, or that facts were passed on: whoever it concerns reads it first of all. */
function Exceptions(props: { view: MediationView }) {
  return (
    <For each={props.view.exceptions}>
      {(one) => (
        <Slip tone="warn">
          <p>
            <b>
              <Day at={one.at} />.
            </b>{' '}
            <span dir="auto">{one.text}</span>
          </p>
        </Slip>
      )}
    </For>
  )
}

function Paused(props: { until: string | null }) {
  return (
    <Show when={props.until}>
      {(until) => (
        <Slip tone="info">
          <p>
            <b>
              {t('paused')} <Day at={until()} />.
            </b>{' '}
            {t('pausedText')}
          </p>
        </Slip>
      )}
    </Show>
  )
}

/** Words to begin with, for the phase that is now; a mediator opens their cards when they want one. */
function Prompts(props: { view: MediationView }) {
  const cards = () => (
    <ul class="stack-s">
      <For each={props.view.prompts}>
        {(prompt) => (
          <li>
            <b>{prompt.title}</b> {prompt.text}
          </li>
        )}
      </For>
    </ul>
  )
  return (
    <Show when={props.view.prompts.length > 0}>
      <Show when={props.view.role === 'mediator'} fallback={<Slip>{cards()}</Slip>}>
        <details class={style.cards}>
          <summary>{t('promptCards')}</summary>
          {cards()}
        </details>
      </Show>
    </Show>
  )
}
