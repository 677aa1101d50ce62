import type { Status } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import type { IdPage } from '../../api/pages.ts'
import { keepStatuses } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { search } from '../../locales/en/search.ts'
import { Empty } from '../../ui/empty.tsx'
import { PostFeed } from '../timelines/post-feed.tsx'
import { Besides } from './besides.tsx'

const t = texts(search)

const SIZE = 20

/** Reads posts that were found; the page after them is of what is older. */
async function readFound(path: string): Promise<IdPage> {
  const { statuses } = await read<{ statuses: Status[] }>(path)
  const ids = keepStatuses(statuses)
  const last = ids.at(-1)
  const next = new URL(path, location.origin)
  if (last) next.searchParams.set('max_id', last)
  return { ids, next: ids.length === SIZE ? next.pathname + next.search : undefined, top: ids[0] }
}

/** Posts that a search found, the newest first. */
export function FoundPosts(props: { q: string }) {
  const source = {
    key: keys.found(props.q),
    path: `/api/v2/search?type=statuses&limit=${SIZE}&q=${encodeURIComponent(props.q)}`,
    read: readFound,
  }
  return (
    <PostFeed
      source={source}
      label={t('postsFor', props.q)}
      end={t('postsEnd')}
      empty={
        <Empty title={t('noPosts')}>
          <p>{t('noPostsText')}</p>
          <Besides q={props.q} />
        </Empty>
      }
    />
  )
}
