import { type JSX, Show } from 'solid-js'
import style from './badge.module.css'

/** How something is meant; a word always says it too. */
export type Tone = 'warn' | 'ok' | 'info' | 'danger'

/** A word or two in a fine box, such as an audience or a role. */
export function Badge(props: { tone?: Tone; children: JSX.Element }) {
  return (
    <span class={style.badge} data-tone={props.tone}>
      {props.children}
    </span>
  )
}

/** How many wait; nothing when none do. `what` is read aloud after the number. */
export function Count(props: { n: number; what: string }) {
  return (
    <Show when={props.n > 0}>
      <span class={style.count}>
        {props.n > 99 ? '99+' : props.n}
        <span class="sr"> {props.what}</span>
      </span>
    </Show>
  )
}
