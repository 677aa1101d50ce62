import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { OwnReport } from '../../../shared/api/moderation.ts'
import { read } from '../../api/http.ts'
import { aboutOf, ReportPage } from '../../features/reports/own-reports.tsx'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reports } from '../../locales/en/reports.ts'

const t = texts(reports)

/** `/reports/:id`: one report of one's own. */
export function Page() {
  const params = useParams<{ id: string }>()
  const report = loaded(
    () => params.id,
    (id, signal) => read<OwnReport>(`/api/community/v1/reports/${id}`, { signal }),
  )
  const title = () => {
    const found = report.value()
    return found && aboutOf(found)
  }
  return (
    <Main title={title()}>
      <Show when={report.value()} fallback={<Waiting label={t('loading')} from={report} />}>
        {(one) => <ReportPage report={one()} onChange={report.set} />}
      </Show>
      <p>
        <a href="/reports">{t('back')}</a>
      </p>
    </Main>
  )
}
