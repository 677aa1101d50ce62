import { For, Show } from 'solid-js'
import type { MediationView } from '../../../../shared/api/mediation.ts'
import type { GuestReport } from '../../../../shared/api/mediation-guest.ts'
import { read } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { Day } from '../due.tsx'
import style from '../lists.module.css'

const t = texts(guestWords)

/** What a guest reported and what became of it; nothing where there is none. */
export function GuestReports(props: { from: string; after: MediationView }) {
  const list = loaded(
    () => ({ from: props.from, after: props.after }),
    ({ from }, signal) => read<GuestReport[]>(from, { signal }),
  )
  return (
    <Show when={list.value()?.length}>
      <section class="stack-s" aria-labelledby="h-own-reports">
        <h2 id="h-own-reports">{t('reportsTitle')}</h2>
        <ul class={style.list}>
          <For each={list.value()}>
            {(report) => (
              <li>
                <p class="hint">
                  {t('reportSent')} <Day at={report.created_at} />
                </p>
                <p>
                  <Show when={report.outcome} fallback={t('reportWaits')}>
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
