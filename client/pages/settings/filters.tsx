import { useSearchParams } from '@solidjs/router'
import { AllFilters } from '../../features/filters/all-filters.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import { texts } from '../../lib/i18n.ts'
import { filters } from '../../locales/en/filters.ts'

const t = texts(filters)

/** `/settings/filters`: what one does not want to meet; `?words=` are words to begin another filter with. */
export function Page() {
  const [asked] = useSearchParams<{ words?: string }>()
  return (
    <Main title={t('title')}>
      <SettingsTabs />
      <p class="lede">{t('lede')}</p>
      <AllFilters start={asked.words ?? ''} />
    </Main>
  )
}
