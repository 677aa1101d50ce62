import { Show } from 'solid-js'
import { Context, Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { readTopics } from '../../features/warnings/edit-topics.ts'
import { Stats } from '../../features/warnings/stats.tsx'
import { StopList } from '../../features/warnings/stop-list.tsx'
import { RetiredTopics, TopicList } from '../../features/warnings/topic-list.tsx'
import { allTopics } from '../../features/warnings/topics.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { warningTopics } from '../../locales/en/warning-settings.ts'

const t = texts(warningTopics)

/** `/settings/warnings/topics`: the topics that the writing box offers, for those who may edit them. */
export function Page() {
  const topics = loaded(
    () => undefined,
    (_, signal) => readTopics(signal),
  )
  return (
    <>
      <Main title={t('title')}>
        <p class="lede">{t('lede')}</p>
        <Show when={topics.value()} fallback={<Waiting label={t('loading')} from={topics} />}>
          <TopicList topics={allTopics().filter((topic) => !topic.retired)} />
          <RetiredTopics topics={allTopics().filter((topic) => topic.retired)} />
          <StopList />
        </Show>
      </Main>
      <Context label={t('statsTitle')}>
        <Stats />
        <section>
          <h2>{t('yours')}</h2>
          <p>
            {t('rule')} <a href="/settings/warnings">{t('yours')}</a>
          </p>
        </section>
      </Context>
    </>
  )
}
