import { RequestList } from '../features/relations/request-list.tsx'
import { Main } from '../features/shell/main.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { relations } from '../locales/en/relations.ts'

const t = texts(relations)

/** `/requests`: people who asked to follow a locked account. */
export function Page() {
  return (
    <>
      <Main title={t('requestsTitle')}>
        <p class="hint">{t('requestsHint')}</p>
        <RequestList />
      </Main>
      <Beside />
    </>
  )
}
