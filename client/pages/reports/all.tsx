import { Show } from 'solid-js'
import type { OwnReport } from '../../../shared/api/moderation.ts'
import { OwnReports } from '../../features/reports/own-reports.tsx'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { listed } from '../../lib/listed.ts'
import { reports } from '../../locales/en/reports.ts'
import { Empty } from '../../ui/empty.tsx'

const t = texts(reports)

/** `/reports`: what one reported, and what came of it. */
export function Page() {
  const list = listed<OwnReport>(() => '/api/community/v1/reports')
  return (
    <Main title={t('own')}>
      <p class="prose">{t('ownLede')}</p>
      <Show when={list.items()} fallback={<Waiting label={t('loading')} from={list} />}>
        <Show
          when={list.items()?.length}
          fallback={
            <Empty title={t('none')}>
              <p>{t('noneText')}</p>
            </Empty>
          }
        >
          <OwnReports list={list} />
        </Show>
      </Show>
      <p>
        <a href="/decisions">{t('allDecisions')}</a>
      </p>
    </Main>
  )
}
