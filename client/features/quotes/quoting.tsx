import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { posts } from '../../shared/locales/en/posts.ts'
import { quotes } from '../../shared/locales/en/quotes.ts'
import { keys } from '../api/keys.ts'
import { readStatuses } from '../api/pages.ts'
import { statusOf } from '../api/store.ts'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { PostFeed } from '../features/timelines/post-feed.tsx'
import { texts } from '../lib/i18n.ts'
import { session } from '../session/session.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'

const t = texts(quotes)
const words = texts(posts)

/** `/@name/:id/quotes`: the posts that quote a post, as far as one may see them; its author takes it out of each there. */
export function Page() {
  const params = useParams<{ handle: string; id: string }>()
  return (
    <>
      <Main title={t('all')}>
        <p>
          <ButtonLink kind="quiet" href={`/${params.handle}/${params.id}`}>
            {words('toPost')}
          </ButtonLink>
        </p>
        <Show when={params.id} keyed>
          {(id) => <Quoting id={id} />}
        </Show>
        <Asked />
      </Main>
      <Beside />
    </>
  )
}

function Quoting(props: { id: string }) {
  const isOwn = () => statusOf(props.id)?.account_id === session()?.account?.id && session()?.account !== null
  const source = {
    key: keys.quoting(props.id),
    path: `/api/v1/statuses/${props.id}/quotes`,
    read: readStatuses,
    ownOrder: true,
  }
  return (
    <>
      <Show when={isOwn()}>
        <p class="hint">{t('allOwn')}</p>
      </Show>
      <PostFeed
        source={source}
        label={t('all')}
        empty={
          <Empty title={t('none')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
    </>
  )
}
