import { useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { keys } from '../api/keys.ts'
import { Quoting } from '../features/quotes/quoting.tsx'
import { PeopleFeed } from '../features/relations/people-feed.tsx'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { texts } from '../lib/i18n.ts'
import { keepsakes } from '../locales/en/keepsakes.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'

const t = texts(keepsakes)

const paths = { boosts: 'reblogged_by', likes: 'favourited_by' } as const

type Deed = keyof typeof paths
type Params = { handle: string; id: string; which: Deed | 'quotes' }

/** `/@name/:id/boosts`, `/likes` and `/quotes`: who boosted or liked a post, and what quotes it. */
export function Page() {
  const params = useParams<Params>()
  return (
    <>
      <Show when={`${params.id} ${params.which}`} keyed>
        {(_) => <CameOf {...params} />}
      </Show>
      <Beside />
    </>
  )
}

function CameOf(props: Params) {
  return (
    <Main title={t(props.which)}>
      <p>
        <ButtonLink kind="quiet" href={`/${props.handle}/${props.id}`}>
          {t('toPost')}
        </ButtonLink>
      </p>
      <Switch fallback={<Quoting statusId={props.id} />}>
        <Match when={props.which !== 'quotes' && props.which}>
          {(which) => <Doers id={props.id} which={which()} />}
        </Match>
      </Switch>
      <Asked />
    </Main>
  )
}

function Doers(props: { id: string; which: Deed }) {
  return (
    <PeopleFeed
      name={keys.doers(props.id, props.which)}
      path={`/api/v1/statuses/${props.id}/${paths[props.which]}`}
      label={t(props.which)}
      empty={
        <Empty title={t(props.which === 'boosts' ? 'nobodyBoosted' : 'nobodyLiked')}>
          <p>{t('nobodyText')}</p>
        </Empty>
      }
    />
  )
}
