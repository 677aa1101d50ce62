import { For, Show } from 'solid-js'
import type { Rule } from '../../../shared/api/about.ts'
import style from './about.module.css'

/** The ground rules with what stands under them, each with the number it is cited by. */
export function RuleList(props: { rules: readonly Rule[] }) {
  return (
    <ol class={style.rules}>
      <For each={props.rules}>
        {(rule) => (
          <li id={rule.slug} class={rule.children.length > 0 ? style.whole : undefined}>
            <span class={style.number}>{rule.number}</span>
            <span dir="auto">{rule.text}</span>
            <Show when={rule.children.length > 0}>
              <ol class={style.sub}>
                <For each={rule.children}>
                  {(child) => (
                    <li id={child.slug}>
                      <span class={style.letter}>{child.number}</span>
                      <span dir="auto">{child.text}</span>
                    </li>
                  )}
                </For>
              </ol>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
