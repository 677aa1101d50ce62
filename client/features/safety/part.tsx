import type { JSX } from 'solid-js'
import style from './entries.module.css'

/** One part of the page: its heading, what it is for, and the thing itself. */
export function Part(props: { id: string; title: string; hint: string; children: JSX.Element }) {
  return (
    <section class={`${style.part} stack`} id={props.id} aria-labelledby={`h-${props.id}`}>
      <h2 id={`h-${props.id}`}>{props.title}</h2>
      <p class="hint">{props.hint}</p>
      {props.children}
    </section>
  )
}
