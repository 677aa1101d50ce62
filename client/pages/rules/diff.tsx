import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { rules } from '../../../shared/locales/en/rules.ts'
import { ChangeList } from '../../features/rules/change-list.tsx'
import { loadDiff } from '../../features/rules/load.ts'
import { NarrowPage } from '../../features/shell/narrow.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'

const t = texts(rules)

/** `/rules/history/:a/:b`: what changed between two versions, word by word. */
export function Page() {
  const params = useParams<{ a: string; b: string }>()
  const diff = loadDiff(() => [params.a, params.b])
  return (
    <NarrowPage
      title={diff.value() && t('diffTitle', Number(params.a), Number(params.b))}
      out={{ href: '/rules/history', text: t('historyTitle') }}
    >
      <Show when={diff.value()} fallback={<Waiting label={t('loading')} from={diff} />}>
        {(told) => (
          <>
            <div class="stack">
              <h1>{t('diffTitle', told().from, told().to)}</h1>
              <p class="lede">{t('diffLede')}</p>
            </div>
            <section class="stack" aria-labelledby="h-changes">
              <h2 id="h-changes">{t('whatChanged')}</h2>
              <ChangeList diff={told()} />
            </section>
          </>
        )}
      </Show>
    </NarrowPage>
  )
}
