import { AllLists } from '../../features/lists/all-lists.tsx'
import { Main } from '../../features/shell/main.tsx'
import { Beside } from '../../features/timelines/beside.tsx'
import { texts } from '../../lib/i18n.ts'
import { lists } from '../../locales/en/lists.ts'

const t = texts(lists)

/** `/lists`: one's lists of people. */
export function Page() {
  return (
    <>
      <Main title={t('title')}>
        <p class="lede">{t('lede')}</p>
        <AllLists />
      </Main>
      <Beside />
    </>
  )
}
