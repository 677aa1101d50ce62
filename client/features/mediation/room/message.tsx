import { createSignal, For, Show } from 'solid-js'
import type { MediationAction, MediationMessage } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { room } from '../../../locales/en/mediation-room.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Day } from '../due.tsx'
import { ActionForm } from '../form/action-form.tsx'
import { type Act, ActionButton } from '../form/actions.tsx'
import type { FormValues } from '../form/values.ts'
import { Quotes } from './quotes.tsx'
import style from './talk.module.css'

const t = texts(room)

/** A message as one side may read it, with what can be done with it. */
export function Message(props: { message: MediationMessage; act: Act }) {
  const who = () => (props.message.author === 'you' ? t('you') : props.message.author_name)
  return (
    <article class={style.said}>
      <p class={`hint ${style.head}`}>
        <b dir="auto">{who()}</b>
        <Show when={ROLES[props.message.author]}>{(role) => <span>{role()}</span>}</Show>
        <Day at={props.message.created_at} />
        <Show when={t('states')[props.message.state]}>{(state) => <Badge>{state()}</Badge>}</Show>
      </p>
      <p class={style.words} dir="auto">
        {props.message.text}
      </p>
      <Interpreted message={props.message} />
      <Below message={calmly(props.message)} act={props.act} />
    </article>
  )
}

/** In the run of a talk nothing is red but what the mediator carries next. */
const calmly = (message: MediationMessage): MediationMessage => ({
  ...message,
  actions: message.actions.map((action) => (action.verb === 'carry' ? action : { ...action, weight: 'other' })),
})

/** Words that crossed over, or that may if their author approves. */
export function CarriedWords(props: { message: MediationMessage; act: Act; caption: string; ready?: boolean }) {
  return (
    <>
      <figure class={style.carried} data-ready={props.ready ? '' : undefined}>
        <blockquote dir="auto">{props.message.text}</blockquote>
        <Interpreted message={props.message} />
        <figcaption class="hint">
          {props.caption} <Day at={props.message.created_at} />.
        </figcaption>
      </figure>
      <Below message={props.message} act={props.act} told />
    </>
  )
}

/** What the interpreter made of it, beside the words as they were written. */
function Interpreted(props: { message: MediationMessage }) {
  return (
    <Show when={props.message.interpreted}>
      {(said) => (
        <div class={style.interpreted}>
          <p class="hint">{t('interpretedBy', said().by)}</p>
          <p class={style.words} dir="auto">
            {said().text}
          </p>
        </div>
      )}
    </Show>
  )
}

const ROLES: Partial<Record<MediationMessage['author'], string>> = {
  mediator: room.mediator,
  support: room.support,
  service: room.service,
}

/** What one can do with a message and seldom does. */
const QUIET: Partial<Record<string, 'quiet'>> = { unsend: 'quiet', report_breach: 'quiet', ask_words: 'quiet' }

/** The quotes, the mark and the actions of a message; its note, unless a caption has told it. */
function Below(props: { message: MediationMessage; act: Act; told?: boolean }) {
  const [open, setOpen] = createSignal<string>()
  const opened = () => props.message.actions.find(({ verb }) => verb === open())
  const find = (verb: string) => props.message.actions.find((action) => action.verb === verb)
  const send = async (action: MediationAction, form: Readonly<Record<string, unknown>>) => {
    await props.act(action.verb, form)
    setOpen(undefined)
  }
  return (
    <>
      <Quotes quotes={props.message.quotes} />
      <Show when={!props.told && props.message.note}>{(note) => <p class="hint">{note()}</p>}</Show>
      <Show when={props.message.mark}>{(mark) => <p class="hint">{t('marked', markWord(mark()))}</p>}</Show>
      <Show when={props.message.actions.length > 0}>
        <div class={`row ${style.acts}`}>
          <For each={props.message.actions.map(({ verb }) => verb)}>
            {(verb) => (
              <Show when={find(verb)}>
                {(action) => (
                  <Show
                    when={action().form.length > 0}
                    fallback={<ActionButton action={action()} act={props.act} kind={QUIET[verb]} />}
                  >
                    <Button
                      kind={QUIET[verb]}
                      aria-expanded={open() === verb}
                      onClick={() => setOpen(open() === verb ? undefined : verb)}
                    >
                      {action().label}
                    </Button>
                  </Show>
                )}
              </Show>
            )}
          </For>
        </div>
      </Show>
      <Show when={opened()}>
        {(action) => (
          <ActionForm
            action={action()}
            start={startOf(action(), props.message)}
            onSend={(form) => send(action(), form)}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Show>
    </>
  )
}

/** Whoever changes words begins with the words as they are. */
const startOf = (action: MediationAction, message: MediationMessage): FormValues =>
  action.verb !== 'hold' && action.form.some(({ name }) => name === 'text') ? { text: message.text } : {}

const markWord = (mark: string): string => (room.marks as Record<string, string>)[mark] ?? mark
