import { createUniqueId, type JSX, Show, splitProps } from 'solid-js'
import style from './field.module.css'

/** What ties a control to its label, its hint and its error. Spread it on the control. */
export interface ControlProps {
  id: string
  class: string | undefined
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

interface FieldProps {
  label: JSX.Element
  /** Said after the label, softly: "not needed". */
  optional?: string | undefined
  hint?: JSX.Element
  error?: string | undefined
  /** Shown under the control and tied to it, as a notice that comes while typing. */
  notice?: JSX.Element
  children: (control: ControlProps) => JSX.Element
}

/** A label, any one control, and what is said about it. */
export function Field(props: FieldProps) {
  const id = createUniqueId()
  const described = () =>
    [props.error && `${id}-error`, props.hint && `${id}-hint`, props.notice && `${id}-notice`].filter(Boolean).join(' ')
  const control: ControlProps = {
    id,
    class: style.input,
    get 'aria-describedby'() {
      return described() || undefined
    },
    get 'aria-invalid'() {
      return props.error ? ('true' as const) : undefined
    },
  }
  return (
    <div class={style.field}>
      <label class={style.label} for={id}>
        {props.label} <Show when={props.optional}>{(text) => <span class={style.optional}>{text()}</span>}</Show>
      </label>
      {props.children(control)}
      <ErrorText id={`${id}-error`} text={props.error} />
      <Show when={props.hint}>
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.notice}>
        <div class={style.notice} id={`${id}-notice`}>
          {props.notice}
        </div>
      </Show>
    </div>
  )
}

interface TextProps extends Omit<FieldProps, 'children'> {
  value: string
  onInput: (value: string) => void
}

const OWN = ['label', 'optional', 'hint', 'error', 'notice', 'value', 'onInput'] as const

type InputProps = TextProps & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, keyof TextProps | 'class' | 'style'>

/** One line of text, of whatever `type`. */
export function TextField(props: InputProps) {
  const [own, rest] = splitProps(props, OWN)
  return (
    <Field {...own}>
      {(control) => (
        <input {...rest} {...control} value={own.value} onInput={(event) => own.onInput(event.currentTarget.value)} />
      )}
    </Field>
  )
}

type AreaProps = TextProps & Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, keyof TextProps | 'class' | 'style'>

/** Several lines of text; grows with what is in it. */
export function TextArea(props: AreaProps) {
  const [own, rest] = splitProps(props, OWN)
  return (
    <Field {...own}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          value={own.value}
          onInput={(event) => own.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

type TickProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'onChange' | 'class' | 'style'> & {
  children: JSX.Element
  hint?: JSX.Element
  error?: string | undefined
  onChange: (checked: boolean) => void
}

/** A box to tick, or with `type="radio"` one of several; the words beside it are part of the target. */
export function Tick(props: TickProps) {
  const id = createUniqueId()
  const [own, rest] = splitProps(props, ['children', 'hint', 'error', 'onChange', 'checked'])
  return (
    <div>
      <label class={style.tick}>
        <input
          type="checkbox"
          {...rest}
          aria-invalid={own.error ? 'true' : undefined}
          aria-describedby={own.error ? id : undefined}
          checked={own.checked}
          onChange={(event) => own.onChange(event.currentTarget.checked)}
        />
        <span>
          {own.children}
          <Show when={own.hint}>
            <small>{own.hint}</small>
          </Show>
        </span>
      </label>
      <ErrorText id={id} text={own.error} />
    </div>
  )
}

function ErrorText(props: { id: string; text: string | undefined }) {
  return (
    <Show when={props.text}>
      <p class={style.error} id={props.id}>
        {props.text}
      </p>
    </Show>
  )
}

/** Several ticks under one question. */
export function Choices(props: { legend: JSX.Element; hint?: JSX.Element; error?: string; children: JSX.Element }) {
  const id = createUniqueId()
  const described = () => [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset aria-describedby={described() || undefined}>
      <legend class={style.legend}>{props.legend}</legend>
      {props.children}
      <ErrorText id={`${id}-error`} text={props.error} />
      <Show when={props.hint}>
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
    </fieldset>
  )
}
