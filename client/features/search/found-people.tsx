import { texts } from '../../lib/i18n.ts'
import { search } from '../../locales/en/search.ts'
import { Empty } from '../../ui/empty.tsx'
import { PeopleFeed } from '../relations/people-feed.tsx'

const t = texts(search)

/** People whom a search found, those one knows first. */
export function FoundPeople(props: { q: string }) {
  return (
    <PeopleFeed
      name={['people', 'found', props.q]}
      path={`/api/v1/accounts/search?limit=40&q=${encodeURIComponent(props.q)}`}
      label={t('peopleFor', props.q)}
      empty={
        <Empty title={t('noPeople')}>
          <p>{t('noPeopleText')}</p>
        </Empty>
      }
    />
  )
}
