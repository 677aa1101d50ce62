import { rules } from '../../../shared/locales/en/rules.ts'
import { Main } from '../../features/shell/main.tsx'
import { Nothing } from '../../features/shell/nothing.tsx'
import { texts } from '../../lib/i18n.ts'

const t = texts(rules)

/** `/house/…`: an address of the house that none of its pages answers. */
export function Page() {
  return (
    <Main title={t('notFound')}>
      <Nothing />
    </Main>
  )
}
