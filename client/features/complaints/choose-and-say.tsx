import { createSignal, For, type JSX } from 'solid-js'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, TextArea, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Failed } from '../shell/failed.tsx'

interface ChooseAndSayProps<Choice extends string> {
  label: string
  /** What is chosen, under which name it is sent, and what is said where nothing is; `id` keeps several forms apart. */
  choice: {
    legend: string
    field: string
    id?: string
    options: readonly Option<Choice>[]
    start?: Choice
    blank?: string
  }
  words: { label: string; hint: string; rows: number; most: number; blank?: string }
  button: string
  main?: boolean
  failed: string
  /** Sends both; what is in the form stays where it fails, and goes where it does not. */
  send: (choice: Choice | undefined, text: string) => Promise<void>
  children?: JSX.Element
}

type Option<Choice extends string> = { value: Choice; text: string; hint?: string }

/** One thing of several, and words: how somebody complains, and how that is answered. */
export function ChooseAndSay<Choice extends string>(props: ChooseAndSayProps<Choice>) {
  const [choice, setChoice] = createSignal<Choice | undefined>(props.choice.start)
  const [text, setText] = createSignal('')
  const form = submitting(async () => {
    await props.send(choice(), text())
    setChoice(undefined)
    setText('')
  })
  const name = () => (props.choice.id ? `${props.choice.field}-${props.choice.id}` : props.choice.field)
  return (
    <Form label={props.label} onSubmit={form.run} wide={props.main}>
      {props.children}
      <Choices legend={props.choice.legend} error={fieldReason(form.error(), props.choice.field, props.choice.blank)}>
        <For each={props.choice.options}>
          {({ value, text: said, hint }) => (
            <Tick
              type="radio"
              name={name()}
              value={value}
              hint={hint}
              checked={choice() === value}
              onChange={() => setChoice(() => value)}
            >
              <span dir="auto">{said}</span>
            </Tick>
          )}
        </For>
      </Choices>
      <TextArea
        label={props.words.label}
        hint={props.words.hint}
        rows={props.words.rows}
        dir="auto"
        maxLength={props.words.most}
        value={text()}
        onInput={setText}
        error={fieldReason(form.error(), 'text', props.words.blank)}
      />
      <Failed error={form.error()} what={props.failed} />
      <p>
        <Button type="submit" kind={props.main ? 'main' : undefined} busy={form.busy()}>
          {props.button}
        </Button>
      </p>
    </Form>
  )
}
