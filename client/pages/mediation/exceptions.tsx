import { Exceptions } from '../../features/mediation/desk/exceptions.tsx'
import { Rests } from '../../features/mediation/desk/rests.tsx'
import { MediationTabs } from '../../features/mediation/tabs.tsx'
import { Main } from '../../features/shell/main.tsx'
import { texts } from '../../lib/i18n.ts'
import { exceptions } from '../../locales/en/mediation-exceptions.ts'

const t = texts(exceptions)

/** `/mediation/exceptions`: what goes through the walls of a mediation, by two people, and the log of it. */
export function Page() {
  return (
    <Main title={t('title')}>
      <p class="lede">{t('lede')}</p>
      <MediationTabs at="exceptions" />
      <Exceptions />
      <Rests />
    </Main>
  )
}
