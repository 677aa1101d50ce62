import { type JSX, mergeProps, splitProps } from 'solid-js'
import style from './button.module.css'
import { announce } from './live.tsx'

/** `main` is the one red thing to do in a view; `quiet` is a word; `danger` cannot be undone. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger'

interface Look {
  kind?: ButtonKind
  class?: string
}

type ButtonProps = Look &
  Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'disabled' | 'onClick' | 'classList' | 'style'> & {
    /** Something is on its way: says so and takes no second press. */
    busy?: boolean
    /** Why it cannot act yet. It stays focusable; pressed, it says this. */
    why?: string
    onClick?: (event: MouseEvent & { currentTarget: HTMLButtonElement }) => void
  }

function look(props: Look): string {
  const kind = props.kind ?? 'plain'
  return [style.button, kind === 'plain' ? undefined : style[kind], props.class].filter(Boolean).join(' ')
}

/** A button of words. `type` is `button` unless it says `submit`. */
export function Button(given: ButtonProps) {
  const props = mergeProps({ type: 'button' } as const, given)
  const [own, rest] = splitProps(props, ['kind', 'class', 'busy', 'why', 'onClick'])

  const press = (event: MouseEvent & { currentTarget: HTMLButtonElement }) => {
    if (own.why) announce(own.why)
    if (own.why || own.busy) return event.preventDefault()
    own.onClick?.(event)
  }

  return (
    <button
      {...rest}
      class={look(own)}
      aria-disabled={own.why ? 'true' : undefined}
      aria-busy={own.busy ? 'true' : undefined}
      onClick={press}
    />
  )
}

type LinkProps = Look & Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, 'class' | 'classList' | 'style'>

/** A link that looks like a button, for going somewhere. */
export function ButtonLink(props: LinkProps) {
  const [own, rest] = splitProps(props, ['kind', 'class'])
  return <a {...rest} class={look(own)} />
}
