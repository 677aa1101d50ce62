import { Complaints } from '../../features/mediation/desk/complaints.tsx'
import { MediationTabs } from '../../features/mediation/tabs.tsx'
import { Main } from '../../features/shell/main.tsx'
import { texts } from '../../lib/i18n.ts'
import { complaints } from '../../locales/en/mediation-complaints.ts'

const t = texts(complaints)

/** `/mediation/complaints`: for coordinators and stewards, what people say about how a mediation was led. */
export function Page() {
  return (
    <Main title={t('title')}>
      <p class="lede">{t('lede')}</p>
      <MediationTabs at="complaints" />
      <Complaints />
    </Main>
  )
}
