import { createSignal, For, Show } from 'solid-js'
import type { MediationAction } from '../../../../shared/api/mediation.ts'
import { reasonOf } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { mediation } from '../../../locales/en/mediation.ts'
import { Button, type ButtonKind } from '../../../ui/button.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { ActionForm as Sent } from '../open-case.ts'
import { ActionForm } from './action-form.tsx'
import style from './actions.module.css'

/** How an action is done. */
export type Act = (verb: string, form?: Sent) => Promise<unknown>

interface ActionsProps {
  actions: readonly MediationAction[]
  act: Act
}

/** What an action and its place on the page are known by, while the server's answers replace each other. */
const keyOf = (action: MediationAction) => `${action.verb} ${action.message_id ?? ''}`

/** Everything that can be done, each with what it does; one form is open at a time. */
export function Actions(props: ActionsProps) {
  const [open, setOpen] = createSignal<string>()
  const find = (key: string) => props.actions.find((action) => keyOf(action) === key)
  return (
    <ul class={style.list}>
      <For each={props.actions.map(keyOf)}>
        {(key) => (
          <Show when={find(key)}>
            {(action) => (
              <ActionLine
                action={action()}
                act={props.act}
                open={open() === key}
                onOpen={(now) => setOpen(now ? key : undefined)}
              />
            )}
          </Show>
        )}
      </For>
    </ul>
  )
}

interface LineProps {
  action: MediationAction
  act: Act
  open: boolean
  onOpen: (open: boolean) => void
}

function ActionLine(props: LineProps) {
  const send = async (form: Sent) => {
    await props.act(props.action.verb, form)
    props.onOpen(false)
  }
  return (
    <li>
      <Show
        when={props.action.form.length > 0}
        fallback={<ActionButton action={props.action} act={props.act} kind="plain" />}
      >
        <Button aria-expanded={props.open} onClick={() => props.onOpen(!props.open)}>
          {props.action.label}
        </Button>
      </Show>
      <p class="hint">{props.action.hint}</p>
      <Show when={props.open}>
        <ActionForm action={props.action} onSend={send} onClose={() => props.onOpen(false)} />
      </Show>
    </li>
  )
}

interface ButtonProps {
  action: MediationAction
  act: Act
  /** Other than the action's weight says. */
  kind?: ButtonKind | undefined
  label?: string
}

/** Does at once what needs no form. Why it failed is said in passing: there is nothing typed to keep. */
export function ActionButton(props: ButtonProps) {
  const doing = submitting(async () => {
    const { verb, message_id } = props.action
    try {
      await props.act(verb, message_id === null ? {} : { message_id })
    } catch (error) {
      toast(`${mediation.notDone} ${reasonOf(error)}`)
    }
  })
  return (
    <Button
      kind={props.kind ?? (props.action.weight === 'main' ? 'main' : 'plain')}
      busy={doing.busy()}
      onClick={() => doing.run()}
    >
      {props.label ?? props.action.label}
    </Button>
  )
}
