import type { JSX } from 'solid-js'
import style from './chip.module.css'
import { announce } from './live.tsx'

/** A topic, to read. */
export function Chip(props: { children: JSX.Element }) {
  return <span class={style.chip}>{props.children}</span>
}

interface ToggleProps {
  pressed: boolean
  onToggle: (pressed: boolean) => void
  /** Why it cannot be chosen now. It stays focusable; pressed, it says this. */
  why?: string | undefined
  /** What is said about it elsewhere, by its id. */
  describedBy?: string | undefined
  /** The pointer or the focus came to it, or left it. */
  onPoint?: (here: boolean) => void
  children: JSX.Element
}

/** A topic, to choose or leave. */
export function ToggleChip(props: ToggleProps) {
  return (
    <button
      type="button"
      class={style.chip}
      aria-pressed={props.pressed ? 'true' : 'false'}
      aria-disabled={props.why ? 'true' : undefined}
      aria-describedby={props.describedBy}
      onClick={() => (props.why ? announce(props.why) : props.onToggle(!props.pressed))}
      onPointerEnter={() => props.onPoint?.(true)}
      onPointerLeave={() => props.onPoint?.(false)}
      onFocus={() => props.onPoint?.(true)}
      onBlur={() => props.onPoint?.(false)}
    >
      {props.children}
    </button>
  )
}

/** Words to take over with one press. */
export function PressChip(props: { onPress: () => void; children: JSX.Element }) {
  return (
    <button type="button" class={style.chip} onClick={() => props.onPress()}>
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
