import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import type { MediationAction, MediationView } from '../../../shared/api/mediation.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { guestWords } from '../../locales/en/mediation-guest.ts'
import { safety } from '../../locales/en/mediation-safety.ts'
import { ArrivalHeading } from '../../ui/arrival.tsx'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { toast } from '../../ui/toast.tsx'
import { useDoor } from './door.ts'
import { ActionForm } from './form/action-form.tsx'
import { type Act, ActionButton, Actions } from './form/actions.tsx'
import { GuestReports } from './guest/guest-reports.tsx'
import style from './intake/intake.module.css'
import type { ActionForm as Sent } from './open-case.ts'
import { personName } from './room/names.ts'

const t = texts(safety)

/** What the server offers here, in the order in which it is offered to somebody who was harmed. */
const BEFORE_BLOCK = ['report']
const AFTER_BLOCK = ['keep_evidence', 'talk_privately']

/** The page for what nobody should have to talk through. Nothing leads from it into a mediation. */
export function Diverted(props: { view: MediationView; act: Act }) {
  const door = useDoor()
  let looked = false
  const look: Act = (verb, form) => {
    looked = true
    return props.act(verb, form)
  }
  const offered = (verbs: readonly string[]) =>
    verbs.flatMap((verb) => props.view.actions.filter((action) => action.verb === verb))
  const known = [...BEFORE_BLOCK, 'see', ...AFTER_BLOCK]
  // What needs no form and ends it is in the bar above.
  const isExit = ({ weight, form }: MediationAction) => weight === 'exit' && form.length === 0
  const others = () => props.view.actions.filter((action) => !known.includes(action.verb) && !isExit(action))
  return (
    <div class="narrow stack-l">
      <div class={`stack ${style.head}`}>
        <ArrivalHeading>{props.view.title}</ArrivalHeading>
        <p class="lede">{props.view.text}</p>
      </div>
      <ul class={style.ways}>
        <For each={offered(BEFORE_BLOCK)}>{(action) => <Way action={action} act={props.act} />}</For>
        <Show when={props.view.other} fallback={<Unseen action={offered(['see'])[0]} act={look} />}>
          {(other) => (
            <li class="stack-s">
              <Show
                when={!door.guest}
                fallback={
                  <p>
                    <b dir="auto">{personName(other())}</b> <bdi class="hint">@{other().acct}</bdi>. {guestWords.block}
                  </p>
                }
              >
                <p>
                  <BlockButton id={other().id} name={personName(other())} comes={looked} />
                </p>
                <p class="hint">{t('blockHint')}</p>
              </Show>
            </li>
          )}
        </Show>
        <For each={offered(AFTER_BLOCK)}>{(action) => <Way action={action} act={props.act} />}</For>
      </ul>
      <Show when={door.reports}>{(from) => <GuestReports from={from()} after={props.view} />}</Show>
      <Lines />
      <Actions actions={others()} act={props.act} />
    </div>
  )
}

/** For whoever was asked and never wanted to know by whom: the name comes only once they want it, to block them. */
function Unseen(props: { action: MediationAction | undefined; act: Act }) {
  const door = useDoor()
  return (
    <Show when={props.action}>
      {(action) => (
        <li class="stack-s">
          <p>
            <ActionButton
              action={{ ...action(), weight: 'other' }}
              label={door.guest ? guestWords.showWho : t('showWho')}
              act={props.act}
            />
          </p>
          <p class="hint">{door.guest ? guestWords.showWhoHint : t('showWhoHint')}</p>
        </li>
      )}
    </Show>
  )
}

function Way(props: { action: MediationAction; act: Act }) {
  const [open, setOpen] = createSignal(false)
  const [isDone, setDone] = createSignal(false)
  // A report is one press: what may be added to it stands beside the button. What has to be written comes when asked for.
  const asks = () => props.action.form.some(({ required }) => required)
  const send = async (form?: Sent) => {
    await props.act(props.action.verb, form)
    setOpen(false)
    setDone(true)
  }
  return (
    <Show when={!isDone()} fallback={<Told verb={props.action.verb} />}>
      <li class="stack-s">
        <Switch fallback={<ActionForm action={props.action} onSend={send} />}>
          <Match when={props.action.form.length === 0}>
            <p>
              <ActionButton action={props.action} act={(_, form) => send(form)} />
            </p>
          </Match>
          <Match when={asks()}>
            <p>
              <Button aria-expanded={open()} onClick={() => setOpen(!open())}>
                {props.action.label}
              </Button>
            </p>
            <Show when={open()}>
              <ActionForm action={props.action} onSend={send} onClose={() => setOpen(false)} />
            </Show>
          </Match>
        </Switch>
        <p class="hint">{props.action.hint}</p>
      </li>
    </Show>
  )
}

/** That it went, in the place of what was pressed. */
function Told(props: { verb: string }) {
  const door = useDoor()
  return (
    <li>
      <Slip tone="ok" role="status">
        <p>
          <b>{t('done')}</b> {t('told')[props.verb]}{' '}
          <Show when={props.verb === 'keep_evidence' && !door.guest}>
            <a href="/evidence">{t('kept')}</a>
          </Show>
          <Show when={props.verb !== 'talk_privately' && door.evidence}>
            {(file) => (
              <a href={file()} download="" rel="external">
                {guestWords.evidence}
              </a>
            )}
          </Show>
        </p>
      </Slip>
    </li>
  )
}

/** With `comes` it stands where something was pressed for it, and takes the focus of that. */
function BlockButton(props: { id: string; name: string; comes: boolean }) {
  let button: HTMLButtonElement | undefined
  onMount(() => props.comes && button?.focus())
  const block = submitting(async () => {
    try {
      await send('POST', `/api/v1/accounts/${props.id}/block`)
      toast(t('blocked', props.name))
    } catch (error) {
      toast(`${t('notBlocked')} ${reasonOf(error)}`)
    }
  })
  return (
    <Button
      ref={(element: HTMLButtonElement) => {
        button = element
      }}
      busy={block.busy()}
      onClick={() => block.run()}
    >
      {t('block', props.name)}
    </Button>
  )
}

/** Where somebody answers who is neither of this community nor far away. */
function Lines() {
  return (
    <Slip tone="info">
      <p>
        <b>{t('linesTitle')}</b> {t('linesText')}
      </p>
      <ul class="stack-s">
        <For each={t('lines')}>
          {(line) => (
            <li>
              {line.who}{' '}
              <Show when={line.href} fallback={<b>{line.how}</b>}>
                {(href) => (
                  <a href={href()} target="_blank" rel="noopener noreferrer">
                    {line.how}
                  </a>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Slip>
  )
}
