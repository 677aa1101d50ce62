import { Show } from 'solid-js'
import type { MutedThread } from '../../shared/api/pauses.ts'
import { Choices } from '../features/pauses/choices.tsx'
import { type MutedPerson, PausedPeople, PausedThreads } from '../features/pauses/paused-lists.tsx'
import { TruceLists } from '../features/pauses/truce-lists.tsx'
import { truces } from '../features/pauses/truces.ts'
import { Context, Main } from '../features/shell/main.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { texts } from '../lib/i18n.ts'
import { listed } from '../lib/listed.ts'
import { pauses } from '../locales/en/pauses.ts'
import { Empty } from '../ui/empty.tsx'

const t = texts(pauses)

/** `/pauses`: what one put to rest, when it ends, and where to end it. */
export function Page() {
  const agreements = truces()
  const people = listed<MutedPerson>(() => '/api/v1/mutes')
  const threads = listed<MutedThread>(() => '/api/community/v1/muted_threads')
  const blocked = listed<MutedPerson>(() => '/api/v1/blocks')
  const lists = [people, threads, blocked]
  const failed = () => agreements.error() ?? lists.find((list) => list.error())?.error()
  const ready = () => agreements.value() && lists.every((list) => list.items())
  const nothing = () => agreements.value()?.length === 0 && lists.every((list) => list.items()?.length === 0)
  const reload = () => {
    agreements.reload()
    for (const list of lists) list.reload()
  }
  return (
    <>
      <Main title={t('title')}>
        <p class="hint">{t('hint')}</p>
        <Show when={ready()} fallback={<Waiting label={t('loading')} from={{ error: failed, reload }} />}>
          <Show
            when={!nothing()}
            fallback={
              <Empty title={t('empty')}>
                <p>{t('emptyText')}</p>
              </Empty>
            }
          >
            <TruceLists list={agreements} />
            <PausedPeople list={people} />
            <PausedThreads list={threads} />
            <PausedPeople list={blocked} blocked />
          </Show>
          <Choices />
        </Show>
      </Main>
      <Context label={t('whatTitle')}>
        <section>
          <h2>{t('whatTitle')}</h2>
          <p>{t('what')}</p>
        </section>
        <section>
          <h2>{t('evidenceTitle')}</h2>
          <p>
            {t('evidence')} <a href="/evidence">{t('evidenceLink')}</a>
          </p>
        </section>
      </Context>
    </>
  )
}
