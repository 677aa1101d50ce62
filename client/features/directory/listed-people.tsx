import type { Account } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import type { IdPage } from '../../api/pages.ts'
import { keepAccounts } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { directory } from '../../locales/en/search.ts'
import { Empty } from '../../ui/empty.tsx'
import { knowRelations } from '../relations/known.ts'
import { PeopleFeed } from '../relations/people-feed.tsx'

const t = texts(directory)

const SIZE = 40

/** Reads a page of the directory; the next one begins where it ends, whoever was left out of it. */
async function readListed(path: string): Promise<IdPage> {
  const people = await read<Account[]>(path)
  const ids = keepAccounts(people)
  await knowRelations(ids).catch(() => undefined)
  const next = new URL(path, location.origin)
  next.searchParams.set('offset', String(Number(next.searchParams.get('offset') ?? 0) + SIZE))
  return { ids, next: ids.length > 0 ? next.pathname + next.search : undefined, top: ids[0] }
}

/** The people who want to be found, in one of two orders. */
export function ListedPeople(props: { order: 'active' | 'new' }) {
  return (
    <PeopleFeed
      name={['people', 'directory', props.order]}
      path={`/api/v1/directory?order=${props.order}&local=true&limit=${SIZE}`}
      read={readListed}
      label={t('label')}
      empty={
        <Empty title={t('empty')}>
          <p>{t('emptyText')}</p>
        </Empty>
      }
    />
  )
}
