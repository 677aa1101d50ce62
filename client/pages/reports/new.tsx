import { useNavigate, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { ReportForm } from '../../features/reports/report-form.tsx'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reports } from '../../locales/en/reports.ts'
import { Empty } from '../../ui/empty.tsx'
import { toast } from '../../ui/toast.tsx'

const t = texts(reports)

/** `/report?account=ID&status=ID`: reporting somebody, or a post of theirs. */
export function Page() {
  const [search] = useSearchParams<{ account: string; status: string }>()
  const navigate = useNavigate()
  const about = loaded(
    () => search.account,
    async (id, signal) => (id ? read<Account>(`/api/v1/accounts/${encodeURIComponent(id)}`, { signal }) : undefined),
  )
  const name = () => about.value()?.display_name || about.value()?.username
  return (
    <Main title={name() ? t('title', name() ?? '') : t('titleAny')}>
      <p class="lede">{t('lede')}</p>
      <Show
        when={search.account}
        fallback={
          <Empty title={t('notFound')}>
            <p>{t('notFoundText')}</p>
          </Empty>
        }
      >
        <Show when={about.value()} fallback={<Waiting label={t('loading')} from={about} />}>
          {(account) => (
            <ReportForm
              about={account()}
              statusId={search.status}
              onSent={({ id }) => {
                toast(t('sent'))
                navigate(`/reports/${id}`, { replace: true })
              }}
            />
          )}
        </Show>
      </Show>
    </Main>
  )
}
