import type { JSX } from 'solid-js'
import style from './form.module.css'

interface FormProps {
  label: string
  onSubmit: (event: SubmitEvent) => void
  /** As wide as the column, for long texts. */
  wide?: boolean
  children: JSX.Element
}

/** Fields under each other. What is wrong is said by us, in words, and not by the browser's bubbles. */
export function Form(props: FormProps) {
  return (
    <form
      class={props.wide ? `${style.form} ${style.wide}` : style.form}
      aria-label={props.label}
      noValidate
      onSubmit={(event) => props.onSubmit(event)}
    >
      {props.children}
    </form>
  )
}
