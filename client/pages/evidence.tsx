import { Show } from 'solid-js'
import type { EvidenceSummary } from '../../shared/api/evidence.ts'
import { Bundles } from '../features/evidence/bundles.tsx'
import { Main } from '../features/shell/main.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { texts } from '../lib/i18n.ts'
import { listed } from '../lib/listed.ts'
import { evidence } from '../locales/en/evidence.ts'
import { Empty } from '../ui/empty.tsx'

const t = texts(evidence)

/** `/evidence`: the posts that one kept for oneself. */
export function Page() {
  const list = listed<EvidenceSummary>(() => '/api/community/v1/evidence')
  return (
    <Main title={t('title')}>
      <p class="prose">{t('explained')}</p>
      <Show when={list.items()} fallback={<Waiting label={t('loading')} from={list} />}>
        <Show
          when={list.items()?.length}
          fallback={
            <Empty title={t('empty')}>
              <p>{t('emptyText')}</p>
            </Empty>
          }
        >
          <p class="hint">{t('outHint')}</p>
          <Bundles list={list} />
        </Show>
      </Show>
    </Main>
  )
}
