import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Queue } from '../../../shared/api/moderation-team.ts'
import { read } from '../../api/http.ts'
import { MODERATION } from '../../features/moderation/act.ts'
import { Duty } from '../../features/moderation/duty.tsx'
import { QueueList } from '../../features/moderation/queue-list.tsx'
import { Context, Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Empty } from '../../ui/empty.tsx'
import { Slip } from '../../ui/slip.tsx'
import { TabButtons } from '../../ui/tabs.tsx'

const t = texts(moderation)

const SHOWS = ['open', 'mine', 'decided'] as const
type Shown = (typeof SHOWS)[number]

/** `/moderation`: what waits for those who decide on reports. */
export function Page() {
  const [search, setSearch] = useSearchParams<{ show: string }>()
  const show = (): Shown => SHOWS.find((one) => one === search.show) ?? 'open'
  const queue = loaded(show, (which, signal) => read<Queue>(`${MODERATION}?show=${which}`, { signal }))
  return (
    <>
      <Main title={t('title')}>
        <p class="prose">{t('lede')}</p>
        <TabButtons
          label={t('show')}
          items={SHOWS.map((value) => ({ value, text: t('shows')[value] }))}
          value={show()}
          onChoose={(value) => setSearch({ show: value })}
        />
        <Show when={queue.value()} fallback={<Waiting label={t('loading')} from={queue} />}>
          {(found) => (
            <>
              <Show when={!found().on_duty}>
                <Slip tone="info">
                  <p>
                    <b>{t('nobodyThere')}</b> {t('nobodyThereText')}
                  </p>
                </Slip>
              </Show>
              <Show
                when={found().entries.length > 0}
                fallback={
                  <Empty title={t('empty')}>
                    <p>{t('emptyText')}</p>
                  </Empty>
                }
              >
                <QueueList queue={found()} />
              </Show>
              <Show when={found().counts.applications + found().counts.by_hand > 0}>
                <p>
                  {t('elsewhere')}:{' '}
                  <a href="/people">
                    {t('applications', found().counts.applications)}, {t('byHand', found().counts.by_hand)}
                  </a>
                </p>
              </Show>
              <Show when={found().counts.triage > 0}>
                <p>
                  <a href="/mediation/triage">{t('triage', found().counts.triage)}</a>
                </p>
              </Show>
            </>
          )}
        </Show>
      </Main>
      <Context label={t('duty')}>
        <section>
          <h2>{t('duty')}</h2>
          <Duty />
        </section>
      </Context>
    </>
  )
}
