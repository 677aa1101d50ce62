import { For, Show } from 'solid-js'
import type { GuestReport } from '../../../shared/api/mediation-guest.ts'
import { texts } from '../../lib/i18n.ts'
import { guestWords } from '../../locales/en/mediation-guest.ts'
import { Day } from './due.tsx'
import style from './lists.module.css'

const t = texts(guestWords)

/** What somebody reported and what became of it; nothing where there is none. */
export function Reported(props: { list: readonly GuestReport[]; waits: string; id: string }) {
  return (
    <Show when={props.list.length > 0}>
      <section class="stack-s" aria-labelledby={props.id}>
        <h2 id={props.id}>{t('reportsTitle')}</h2>
        <ul class={style.list}>
          <For each={props.list}>
            {(report) => (
              <li>
                <p class="hint">
                  {t('reportSent')} <Day at={report.created_at} />
                </p>
                <p>
                  <Show when={report.outcome} fallback={props.waits}>
                    {(outcome) => t('reportOutcomes')[outcome()]}
                  </Show>
                </p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
