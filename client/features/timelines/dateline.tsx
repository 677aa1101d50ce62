import { Show } from 'solid-js'
import { formatDay } from '../../../shared/text/figures.ts'
import style from './dateline.module.css'

/** The day that begins in a list; nothing without one. */
export function Dateline(props: { day: string | undefined }) {
  return <Show when={props.day}>{(day) => <h2 class={style.dateline}>{formatDay(day())}</h2>}</Show>
}
