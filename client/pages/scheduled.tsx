import { WaitingPosts } from '../features/scheduled/waiting-posts.tsx'
import { Main } from '../features/shell/main.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { scheduled } from '../locales/en/scheduled.ts'

const t = texts(scheduled)

/** `/scheduled`: what one wrote for later. */
export function Page() {
  return (
    <>
      <Main title={t('title')}>
        <p class="hint">{t('lede')}</p>
        <WaitingPosts />
      </Main>
      <Beside />
    </>
  )
}
