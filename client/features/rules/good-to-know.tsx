import { For, Show } from 'solid-js'
import type { Rule } from '../../../shared/api/about.ts'
import { Slip } from '../../ui/slip.tsx'

/** The notices among the rules: nobody agrees to them, everybody is told. */
export function GoodToKnow(props: { title: string; rules: readonly Pick<Rule, 'text' | 'hint'>[] }) {
  return (
    <Show when={props.rules.length > 0}>
      <Slip>
        <h2 class="kicker">{props.title}</h2>
        <ul class="stack-s">
          <For each={props.rules}>
            {(notice) => (
              <li dir="auto">
                {notice.text} <span class="hint">{notice.hint}</span>
              </li>
            )}
          </For>
        </ul>
      </Slip>
    </Show>
  )
}
