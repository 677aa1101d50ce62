import { MockedQuestions } from '../features/reports/mocked-questions.tsx'
import { Main } from '../features/shell/main.tsx'
import { texts } from '../lib/i18n.ts'
import { mocked } from '../locales/en/mocked.ts'

const t = texts(mocked)

/** `/mocked`: what moderators ask about accounts that may make fun of one. */
export function Page() {
  return (
    <Main title={t('title')}>
      <MockedQuestions />
    </Main>
  )
}
