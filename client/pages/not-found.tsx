import { rules } from '../../shared/locales/en/rules.ts'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { Nothing } from '../features/shell/nothing.tsx'
import { texts } from '../lib/i18n.ts'

const t = texts(rules)

/** Every address that no page answers. */
export function Page() {
  return (
    <NarrowPage title={t('notFound')}>
      <div class="stack">
        <h1>{t('notFound')}</h1>
        <Nothing />
      </div>
    </NarrowPage>
  )
}
