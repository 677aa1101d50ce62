import type { JSX } from 'solid-js'
import style from './chip.module.css'

/** A topic, to read. */
export function Chip(props: { children: JSX.Element }) {
  return <span class={style.chip}>{props.children}</span>
}

/** A topic, to choose or leave. */
export function ToggleChip(props: { pressed: boolean; onToggle: (pressed: boolean) => void; children: JSX.Element }) {
  return (
    <button
      type="button"
      class={style.chip}
      aria-pressed={props.pressed ? 'true' : 'false'}
      onClick={() => props.onToggle(!props.pressed)}
    >
      {props.children}
    </button>
  )
}

/** A group of chips that wraps; with `scrolling` it is one row to push along on a phone. */
export function Chips(props: { label: string; scrolling?: boolean; children: JSX.Element }) {
  return (
    <fieldset class={props.scrolling ? `${style.chips} ${style.scrolling}` : style.chips} aria-label={props.label}>
      {props.children}
    </fieldset>
  )
}
