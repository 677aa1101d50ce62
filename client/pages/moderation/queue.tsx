import { useSearchParams } from '@solidjs/router'
import { Duty } from '../../features/moderation/duty.tsx'
import { QueuePart, type Shown } from '../../features/moderation/queue.tsx'
import { SkipChoices } from '../../features/moderation/skips.tsx'
import { Context, Main } from '../../features/shell/main.tsx'
import { texts } from '../../lib/i18n.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { TabButtons } from '../../ui/tabs.tsx'

const t = texts(moderation)

const SHOWS: readonly Shown[] = ['open', 'mine', 'decided']

/** `/moderation`: what waits for those who decide on reports. */
export function Page() {
  const [search, setSearch] = useSearchParams<{ show: string }>()
  const show = (): Shown => SHOWS.find((one) => one === search.show) ?? 'open'
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
        <QueuePart show={show()} />
      </Main>
      <Context label={t('duty')}>
        <section>
          <h2>{t('duty')}</h2>
          <Duty />
        </section>
        <section>
          <SkipChoices />
        </section>
      </Context>
    </>
  )
}
