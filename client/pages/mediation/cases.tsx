import { OwnCases } from '../../features/mediation/own-cases.tsx'
import { MediationTabs } from '../../features/mediation/tabs.tsx'
import { Main } from '../../features/shell/main.tsx'
import { texts } from '../../lib/i18n.ts'
import { mediation } from '../../locales/en/mediation.ts'

const t = texts(mediation)

/** `/mediation`: one's own cases, and invitations. */
export function Page() {
  return (
    <Main title={t('listTitle')}>
      <p class="lede">{t('listLede')}</p>
      <MediationTabs at="yours" />
      <OwnCases />
    </Main>
  )
}
