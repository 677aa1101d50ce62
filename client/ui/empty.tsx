import type { JSX } from 'solid-js'
import style from './empty.module.css'

/** Says calmly that there is nothing, and what one could do instead. */
export function Empty(props: { title: string; children?: JSX.Element }) {
  return (
    <div class={`${style.empty} stack`}>
      <h2>{props.title}</h2>
      <div class="stack-s">{props.children}</div>
    </div>
  )
}
