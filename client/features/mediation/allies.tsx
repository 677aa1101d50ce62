import { For, Show } from 'solid-js'
import type { MediationView } from '../../../shared/api/mediation.ts'
import { texts } from '../../lib/i18n.ts'
import { mediation } from '../../locales/en/mediation.ts'

const t = texts(mediation)

/** Where else one could ask, for whom nobody here has room; nothing where this community named nobody. */
export function Allies(props: { of: MediationView['allies'] }) {
  return (
    <Show when={props.of.length > 0}>
      <section class="stack-s" aria-labelledby="h-allies">
        <h2 id="h-allies">{t('alliesTitle')}</h2>
        <p class="prose">{t('allies')}</p>
        <ul>
          <For each={props.of}>
            {(ally) => (
              <li>
                <a href={ally.url} target="_blank" rel="noopener noreferrer" dir="auto">
                  {ally.name}
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
