import { keys } from '../api/keys.ts'
import { readStatuses } from '../api/pages.ts'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { KeptTabs } from '../features/statuses/kept-posts.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { PostFeed } from '../features/timelines/post-feed.tsx'
import { texts } from '../lib/i18n.ts'
import { keepsakes } from '../locales/en/keepsakes.ts'
import { Empty } from '../ui/empty.tsx'

const t = texts(keepsakes)

const SOURCE = { key: keys.favourites, path: '/api/v1/favourites', read: readStatuses, ownOrder: true }

/** `/favourites`: what one liked, the latest first. */
export function Page() {
  return (
    <>
      <Main title={t('liked')}>
        <KeptTabs />
        <p class="hint">{t('likedHint')}</p>
        <PostFeed source={SOURCE} label={t('liked')} empty={<NothingYet />} />
        <Asked />
      </Main>
      <Beside />
    </>
  )
}

function NothingYet() {
  return (
    <Empty title={t('emptyLiked')}>
      <p>{t('emptyLikedText')}</p>
    </Empty>
  )
}
