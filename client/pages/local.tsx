import { createSignal } from 'solid-js'
import { reading } from '../../shared/locales/en/reading.ts'
import { keys } from '../api/keys.ts'
import { readStatuses } from '../api/pages.ts'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { PostFeed } from '../features/timelines/post-feed.tsx'
import { TimelineTabs } from '../features/timelines/tabs.tsx'
import { texts } from '../lib/i18n.ts'
import { isMember } from '../session/session.ts'
import { Empty } from '../ui/empty.tsx'

const t = texts(reading)

const LOCAL = {
  key: keys.local,
  path: '/api/v1/timelines/public?local=true',
  read: readStatuses,
  live: { stream: 'public:local' },
} as const

/** `/local`: what everyone here writes in public. */
export function Page() {
  // What the server wrote holds the posts already: it gives way once they are here.
  const [whole, setWhole] = createSignal(document.getElementById('ssr')?.hasChildNodes() !== true)
  return (
    <>
      <Main title={whole() ? t('local') : undefined} heading={isMember() ? 'hidden' : 'shown'}>
        <TimelineTabs />
        <PostFeed source={LOCAL} label={t('local')} empty={<NothingYet />} onSettled={() => setWhole(true)} />
        <Asked />
      </Main>
      <Beside />
    </>
  )
}

function NothingYet() {
  return (
    <Empty title={t('emptyLocal')}>
      <p>{t('emptyLocalText')}</p>
    </Empty>
  )
}
