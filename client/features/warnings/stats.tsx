import { For, Show } from 'solid-js'
import type { WarningStats } from '../../../shared/api/warnings.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { warningTopics } from '../../locales/en/warning-settings.ts'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(warningTopics)

/** How warnings are used here, without people. */
export function Stats() {
  const stats = loaded(
    () => undefined,
    (_, signal) => read<WarningStats>('/api/community/v1/warnings/stats', { signal }),
  )
  return (
    <section>
      <h2>{t('statsTitle')}</h2>
      <Show when={stats.value()} fallback={<Waiting label={t('loading')} from={stats} />}>
        {(now) => (
          <div class="stack-s">
            <p>{t('share', now().warned, now().statuses)}</p>
            <ol>
              <For each={now().topics}>
                {(topic) => (
                  <li>
                    <bdi>{topic.label}</bdi>, {t('times', topic.count)}
                  </li>
                )}
              </For>
            </ol>
            <p class="hint">{t('shareHint')}</p>
          </div>
        )}
      </Show>
    </section>
  )
}
