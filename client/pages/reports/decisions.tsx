import { For, Show } from 'solid-js'
import type { OwnDecision } from '../../../shared/api/moderation.ts'
import { read } from '../../api/http.ts'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reports } from '../../locales/en/reports.ts'
import { Empty } from '../../ui/empty.tsx'
import { Time } from '../../ui/time.tsx'

const t = texts(reports)

/** `/decisions`: all that was decided about oneself, found again after its notice was put away. */
export function Page() {
  const list = loaded(
    () => 'all',
    (_, signal) => read<OwnDecision[]>('/api/community/v1/decisions', { signal }),
  )
  return (
    <Main title={t('decisionsTitle')}>
      <p class="prose">{t('decisionsText')}</p>
      <Show when={list.value()} fallback={<Waiting label={t('loading')} from={list} />}>
        {(found) => (
          <Show
            when={found().length > 0}
            fallback={
              <Empty title={t('decisionsNone')}>
                <p>{t('decisionsNoneText')}</p>
              </Empty>
            }
          >
            <ol class="stack">
              <For each={found()}>
                {(one) => (
                  <li>
                    <a href={`/decisions/${one.id}`}>{t('done')[one.kind]}</a>{' '}
                    <span class="hint">
                      <Time at={one.created_at} as="date" />
                      <Show when={one.ended}>{(ended) => <>. {t('endings')[ended().why]}</>}</Show>
                    </span>
                  </li>
                )}
              </For>
            </ol>
          </Show>
        )}
      </Show>
    </Main>
  )
}
