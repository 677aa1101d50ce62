import { createMemo, Match, Show, Switch } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { orderReplies, type Placed } from '../../../shared/thread-order.ts'
import { HttpError } from '../../api/http.ts'
import { statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Acts } from '../statuses/acts.tsx'
import { Post } from '../statuses/post.tsx'
import { Feed } from '../timelines/feed.tsx'
import type { ThreadQuery } from './thread-query.ts'

const t = texts(posts)

/** Up to so many posts a conversation is in the page as a whole, so that it can be searched and read out as one. */
const WHOLE = 80

/** A post with what it answers above it and what was answered below it. */
export function Thread(props: { id: string; query: ThreadQuery }) {
  const { query } = props
  // Reading `data` before there is any would suspend the whole page.
  const thread = () => (query.isPending ? undefined : query.data)
  const replies = createMemo(
    () => orderReplies(props.id, (thread()?.descendants ?? []).filter(isHere), (id) => statusOf(id)?.in_reply_to_id),
    [],
    { equals: samePlaces },
  )
  const ids = createMemo(() => [
    ...(thread()?.ancestors ?? []).filter(isHere),
    ...(statusOf(props.id) ? [props.id] : []),
    ...replies().map((reply) => reply.id),
  ])
  const depthOf = (id: string) => replies().find((reply) => reply.id === id)?.depth
  const gone = () => query.error instanceof HttpError && query.error.status === 404

  return (
    <>
      <Show when={thread()?.resolved}>
        <Slip tone="ok">
          <p>
            <b>{t('resolved')}</b> {t('resolvedText')}
          </p>
        </Slip>
      </Show>
      <Feed
        name={`thread/${props.id}`}
        label={t('conversation')}
        ids={ids()}
        busy={query.isFetching}
        more={false}
        onMore={() => undefined}
        startAt={props.id}
        whole={ids().length <= WHOLE}
      >
        {(id, place) => (
          <Post
            id={id}
            first={place.index() === 0}
            under={ids().includes(statusOf(id)?.in_reply_to_id ?? '')}
            focal={id === props.id}
            depth={id === props.id ? undefined : (depthOf(id) ?? 0)}
            position={{ at: place.index() + 1, of: place.size() }}
          >
            <Acts statusId={id} focal={id === props.id} />
          </Post>
        )}
      </Feed>
      <Switch>
        <Match when={gone() || (query.isSuccess && !statusOf(props.id))}>
          <Empty title={t('goneTitle')}>
            <p>{t('gone')}</p>
          </Empty>
        </Match>
        <Match when={query.isError}>
          <Slip tone="danger" role="alert">
            <p>
              <b>{t('threadFailed')}</b> {reasonOf(query.error)}
            </p>
            <p>
              <Button onClick={() => query.refetch()}>{t('again')}</Button>
            </p>
          </Slip>
        </Match>
        <Match when={query.isPending}>
          <Skeleton label={t('threadLoading')} />
        </Match>
        <Match when={true}>
          <p class="row">
            <span class="kicker">{replies().length > 0 ? t('lastReply') : t('noReplies')}</span>
            <Button kind="quiet" busy={query.isFetching} onClick={() => query.refetch()}>
              {t('lookForReplies')}
            </Button>
          </p>
        </Match>
      </Switch>
    </>
  )
}

const isHere = (id: string): boolean => statusOf(id) !== undefined

function samePlaces(one: readonly Placed[], other: readonly Placed[]): boolean {
  return (
    one.length === other.length && one.every(({ id, depth }, n) => other[n]?.id === id && other[n]?.depth === depth)
  )
}
