import { For } from 'solid-js'
import style from './intake/intake.module.css'

/** Things that one should know, a line each. */
export function PlainList(props: { lines: readonly string[] }) {
  return (
    <ul class={style.plain}>
      <For each={props.lines}>{(line) => <li>{line}</li>}</For>
    </ul>
  )
}
