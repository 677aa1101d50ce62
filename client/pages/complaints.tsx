import { OwnComplaintsPage } from '../features/complaints/own.tsx'
import { Main } from '../features/shell/main.tsx'
import { texts } from '../lib/i18n.ts'
import { complaints } from '../locales/en/complaints.ts'

const t = texts(complaints)

/** `/complaints?about=ID`: complaining to the stewards about one who runs the community. */
export function Page() {
  return (
    <Main title={t('title')}>
      <p class="lede">{t('lede')}</p>
      <OwnComplaintsPage />
    </Main>
  )
}
