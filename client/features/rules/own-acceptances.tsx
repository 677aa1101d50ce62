import { For, Show } from 'solid-js'
import { rules } from '../../../shared/locales/en/rules.ts'
import { formatDate } from '../../../shared/text/figures.ts'
import { languageName } from '../../../shared/text/language-name.ts'
import { texts } from '../../lib/i18n.ts'
import { loadAcceptance } from './load.ts'

const t = texts(rules)

/** What a member agreed to, in which language, and when: theirs alone to see. */
export function OwnAcceptances() {
  const own = loadAcceptance()
  return (
    <Show when={own.value()}>
      {(told) => (
        <section class="stack-s" aria-labelledby="h-mine">
          <h2 id="h-mine">{t('mineTitle')}</h2>
          <Show when={told().history.length > 0} fallback={<p>{t('mineNone')}</p>}>
            <ul class="stack-s">
              <For each={told().history}>
                {(one) => <li>{t('mine', one.version, languageName(one.locale), formatDate(one.accepted_at))}</li>}
              </For>
            </ul>
          </Show>
        </section>
      )}
    </Show>
  )
}
