import { Reports } from '../../features/mediation/desk/reports.tsx'
import { MediationTabs } from '../../features/mediation/tabs.tsx'
import { Main } from '../../features/shell/main.tsx'
import { texts } from '../../lib/i18n.ts'
import { desk } from '../../locales/en/mediation-desk.ts'

const t = texts(desk)

/** `/mediation/reports`: what members sent to moderators from the safety page. */
export function Page() {
  return (
    <Main title={t('reportsTitle')}>
      <p class="lede">{t('reportsLede')}</p>
      <MediationTabs at="reports" />
      <Reports />
    </Main>
  )
}
