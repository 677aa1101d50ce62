import { useLocation } from '@solidjs/router'
import { AllFilters } from '../../features/filters/all-filters.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import { texts } from '../../lib/i18n.ts'
import { filters } from '../../locales/en/filters.ts'

const t = texts(filters)

/** `/settings/filters`: what one does not want to meet; where a post leads here, its words begin another filter. */
export function Page() {
  const { state } = useLocation<{ words?: string }>()
  return (
    <Main title={t('title')}>
      <SettingsTabs />
      <p class="lede">{t('lede')}</p>
      <AllFilters start={state?.words ?? ''} />
    </Main>
  )
}
