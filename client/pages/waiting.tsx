import { WaitingList } from '../features/notifications/waiting-list.tsx'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { inbox } from '../locales/en/inbox.ts'

const t = texts(inbox)

/** `/inbox/waiting`: people whom one does not follow, and what they sent. */
export function Page() {
  return (
    <>
      <Main title={t('waiting')}>
        <p class="hint">
          {t('waitingLede')} {t('who')} <a href="/settings/notifications#reach">{t('whoLink')}</a>
        </p>
        <WaitingList />
        <Asked />
      </Main>
      <Beside />
    </>
  )
}
