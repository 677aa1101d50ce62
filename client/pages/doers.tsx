import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { posts } from '../../shared/locales/en/posts.ts'
import { keys } from '../api/keys.ts'
import { PeopleFeed } from '../features/relations/people-feed.tsx'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { keepsakes } from '../locales/en/keepsakes.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'

const t = texts(keepsakes)
const words = texts(posts)

const paths = { boosts: 'reblogged_by', likes: 'favourited_by' } as const

type Params = { handle: string; id: string; which: keyof typeof paths }

/** `/@name/:id/boosts` and `/likes`: who boosted or liked a post. */
export function Page() {
  const params = useParams<Params>()
  return (
    <>
      <Show when={`${params.id} ${params.which}`} keyed>
        {(_) => <Doers {...params} />}
      </Show>
      <Beside />
    </>
  )
}

function Doers(props: Params) {
  const title = () => t(props.which)
  return (
    <Main title={title()}>
      <p>
        <ButtonLink kind="quiet" href={`/${props.handle}/${props.id}`}>
          {words('toPost')}
        </ButtonLink>
      </p>
      <PeopleFeed
        name={keys.doers(props.id, props.which)}
        path={`/api/v1/statuses/${props.id}/${paths[props.which]}`}
        label={title()}
        empty={
          <Empty title={t(props.which === 'boosts' ? 'nobodyBoosted' : 'nobodyLiked')}>
            <p>{t('nobodyText')}</p>
          </Empty>
        }
      />
      <Asked />
    </Main>
  )
}
