import { texts } from '../../lib/i18n.ts'
import { firstSteps } from '../../locales/en/first-steps.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { readSuggested } from '../directory/suggested-people.tsx'
import { PeopleFeed } from '../relations/people-feed.tsx'
import { CollectionsPart } from './collections-part.tsx'
import { TagsPart } from './tags-part.tsx'

const t = texts(firstSteps)

/** As many as can be looked at before one is tired of it. */
const FEW = 12

/** People who write here and want to be found, collections of some, and hashtags in use here; nobody and nothing is followed without a tap. */
export function PeopleStep(props: { onDone: () => void }) {
  return (
    <>
      <div class="stack">
        <h2>{t('peopleTitle')}</h2>
        <p class="prose">{t('peopleText')}</p>
        <p class="prose">{t('peopleNone')}</p>
      </div>
      <PeopleFeed
        name={['people', 'first-steps']}
        path={`/api/v2/suggestions?limit=${FEW}`}
        read={readSuggested}
        label={t('peopleLabel')}
        empty={
          <Empty title={t('peopleEmpty')}>
            <p>
              {t('peopleEmptyText')} <a href="/local">{t('peopleEveryone')}</a>
            </p>
          </Empty>
        }
      />
      <CollectionsPart />
      <TagsPart />
      <p class="row">
        <Button kind="main" onClick={() => props.onDone()}>
          {t('goOn')}
        </Button>
      </p>
    </>
  )
}
