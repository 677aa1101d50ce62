import { ConversationList } from '../features/conversations/list.tsx'
import { Main } from '../features/shell/main.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { conversations } from '../locales/en/conversations.ts'

const t = texts(conversations)

/** `/conversations`: posts that only the people named in them see, by the people in them. */
export function Page() {
  return (
    <>
      <Main title={t('title')}>
        <p class="lede">{t('lede')}</p>
        <p class="hint">{t('honest')}</p>
        <ConversationList />
      </Main>
      <Beside />
    </>
  )
}
