import { keys } from '../../api/keys.ts'
import { readStatuses } from '../../api/pages.ts'
import { texts } from '../../lib/i18n.ts'
import { keepsakes } from '../../locales/en/keepsakes.ts'
import { Empty } from '../../ui/empty.tsx'
import { TabLinks } from '../../ui/tabs.tsx'
import { Main } from '../shell/main.tsx'
import { Beside } from '../timelines/beside.tsx'
import { PostFeed } from '../timelines/post-feed.tsx'
import { Asked } from './asked.tsx'

const t = texts(keepsakes)

const reading = { read: readStatuses, ownOrder: true }

/** The lists of posts that one kept: where each stands, and what it says of itself. */
const KEPT = {
  saved: {
    href: '/bookmarks',
    source: { key: keys.bookmarks, path: '/api/v1/bookmarks', ...reading },
    words: {
      title: 'savedTitle',
      hint: 'savedHint',
      end: 'savedEnd',
      empty: 'emptySaved',
      emptyText: 'emptySavedText',
    },
  },
  liked: {
    href: '/favourites',
    source: { key: keys.favourites, path: '/api/v1/favourites', ...reading },
    words: {
      title: 'likedTitle',
      hint: 'likedHint',
      end: 'likedEnd',
      empty: 'emptyLiked',
      emptyText: 'emptyLikedText',
    },
  },
} as const

const LISTS = ['saved', 'liked'] as const

/** A list of posts that one kept, the latest first. */
export function KeptPosts(props: { list: (typeof LISTS)[number] }) {
  const kept = () => KEPT[props.list]
  const tabs = () => LISTS.map((list) => ({ href: KEPT[list].href, text: t(list), current: list === props.list }))
  return (
    <>
      <Main title={t(kept().words.title)}>
        <TabLinks label={t('tabs')} items={tabs()} />
        <p class="hint">{t(kept().words.hint)}</p>
        <PostFeed
          source={kept().source}
          label={t(kept().words.title)}
          end={t(kept().words.end)}
          empty={
            <Empty title={t(kept().words.empty)}>
              <p>{t(kept().words.emptyText)}</p>
            </Empty>
          }
        />
        <Asked />
      </Main>
      <Beside />
    </>
  )
}
