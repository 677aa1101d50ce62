import { For, Show } from 'solid-js'
import style from './steps.module.css'

interface StepsProps {
  label: string
  names: readonly string[]
  /** Which step is now, counted from 0. */
  at: number
  /** Read aloud behind a step that is done: ", done". */
  done: string
}

/** How far along one is. */
export function Steps(props: StepsProps) {
  return (
    <ol class={style.steps} aria-label={props.label}>
      <For each={props.names}>
        {(name, n) => (
          <li data-done={n() < props.at ? '' : undefined} aria-current={n() === props.at ? 'step' : undefined}>
            {n() + 1} {name}
            <Show when={n() < props.at}>
              <span class="sr">{props.done}</span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
