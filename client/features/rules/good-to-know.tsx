import { For, Show } from 'solid-js'
import type { Rule } from '../../../shared/api/about.ts'
import { rules as words } from '../../../shared/locales/en/rules.ts'
import { texts } from '../../lib/i18n.ts'
import { Slip } from '../../ui/slip.tsx'

const t = texts(words)

/** The notices among the rules: nobody agrees to them, everybody is told. */
export function GoodToKnow(props: { rules: readonly Pick<Rule, 'text' | 'hint'>[] }) {
  return (
    <Show when={props.rules.length > 0}>
      <Slip>
        <h2 class="kicker">{t('notices')}</h2>
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
