import { For, Show } from 'solid-js'
import type { PublicPaper } from '../../shared/api/staff.ts'
import { read } from '../api/http.ts'
import { Main } from '../features/shell/main.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { Words } from '../features/statuses/words.tsx'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { transparency } from '../locales/en/house-staff.ts'

const t = texts(transparency)

/** `/papers`: what the community says in writing about privacy and the like. */
export function Page() {
  const papers = loaded(
    () => undefined,
    (_, signal) => read<PublicPaper[]>('/api/community/v1/papers', { signal }),
  )
  return (
    <Main title={t('papersTitle')}>
      <Show when={papers.value()} fallback={<Waiting label={t('loading')} from={papers} />}>
        {(list) => (
          <For each={list()} fallback={<p>{t('papersNone')}</p>}>
            {(paper) => (
              <section class="stack-s" id={paper.slug}>
                <h2 dir="auto">{paper.title}</h2>
                <Show when={paper.reviewed_at}>
                  {(at) => <p class="hint">{t('reviewed', at(), paper.review_due)}</p>}
                </Show>
                <Words html={paper.html} />
              </section>
            )}
          </For>
        )}
      </Show>
      <p>
        <a href="/takedown">{t('takedown')}</a>
      </p>
    </Main>
  )
}
