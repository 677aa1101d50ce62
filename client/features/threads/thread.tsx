import { createMemo, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { DEEPEST, orderReplies, type Placed } from '../../../shared/thread-order.ts'
import { HttpError } from '../../api/http.ts'
import { statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Slip } from '../../ui/slip.tsx'
import { NotRead } from '../shell/not-read.tsx'
import { Acts } from '../statuses/acts.tsx'
import { Post } from '../statuses/post.tsx'
import { Feed } from '../timelines/feed.tsx'
import { FoldAll, FoldReplies, folding } from './folding.tsx'
import type { ThreadQuery } from './thread-query.ts'

const RepliesElsewhere = lazy(() =>
  patiently(() => import('./elsewhere.tsx')).then((file) => ({ default: file.RepliesElsewhere })),
)

const t = texts(posts)

/** Up to so many posts a conversation is in the page as a whole, so that it can be searched and read out as one. */
const WHOLE = 80

/** A post with what it answers above it and what was answered below it. */
export function Thread(props: { id: string; query: ThreadQuery }) {
  const { query } = props
  // Reading `data` before there is any would suspend the whole page.
  const thread = () => (query.isPending ? undefined : query.data)
  /** Whether the author of the page's post goes on with it: that stands first. */
  const isOwn = (id: string) => statusOf(id)?.account_id === statusOf(props.id)?.account_id
  const replies = createMemo(
    () =>
      orderReplies(props.id, (thread()?.descendants ?? []).filter(isHere), (id) => statusOf(id)?.in_reply_to_id, isOwn),
    [],
    { equals: samePlaces },
  )
  const { isHidden, below } = folding(replies)
  const ids = createMemo(() => [
    ...(thread()?.ancestors ?? []).filter(isHere),
    ...(statusOf(props.id) ? [props.id] : []),
    ...replies()
      .map((reply) => reply.id)
      .filter((id) => !isHidden(id)),
  ])
  const { depthOf, isUnder } = placing(ids, replies)
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
            under={isUnder(id)}
            focal={id === props.id}
            depth={id === props.id ? undefined : (depthOf(id) ?? 0)}
            position={{ at: place.index() + 1, of: place.size() }}
          >
            <Acts statusId={id} opened={id === props.id || below().has(id)} />
            <FoldReplies id={id} count={below().get(id) ?? 0} />
            <Show when={id === props.id}>
              <FoldAll below={below()} />
            </Show>
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
          <NotRead error={query.error} what={t('threadFailed')} again={t('again')} onAgain={() => query.refetch()} />
        </Match>
        <Match when={query.isPending}>
          <Skeleton label={t('threadLoading')} />
        </Match>
        <Match when={true}>
          <ThreadEnd id={props.id} query={query} replies={replies().length} />
        </Match>
      </Switch>
    </>
  )
}

/** What stands below the last reply: the way to newer ones, and to those that other servers have. */
function ThreadEnd(props: { id: string; query: ThreadQuery; replies: number }) {
  const { query } = props
  const rest = () => (query.isPending ? undefined : query.data?.elsewhere)
  return (
    <>
      <p class="row">
        <Show when={!rest()}>
          <span class="kicker">{props.replies > 0 ? t('lastReply') : t('noReplies')}</span>
        </Show>
        <Button kind="quiet" busy={query.isFetching} onClick={() => query.refetch()}>
          {t('lookForReplies')}
        </Button>
        <Show when={session() && !session()?.account && statusOf(props.id)?.media_attachments.length}>
          <a href={`/takedown?post=${encodeURIComponent(location.pathname)}`}>{t('takedown')}</a>
        </Show>
      </p>
      <Show when={rest()}>
        {(known) => (
          <Suspense>
            <RepliesElsewhere
              id={props.id}
              here={props.replies}
              missing={known().missing}
              onFetched={() => query.refetch()}
            />
          </Suspense>
        )}
      </Show>
    </>
  )
}

/** How deep posts stand, and whether what one answers stands above it and one step further out. */
function placing(ids: () => readonly string[], replies: () => readonly Placed[]) {
  const depths = createMemo(() => new Map(replies().map(({ id, depth }) => [id, depth])))
  const depthOf = (id: string) => depths().get(id)
  const isUnder = (id: string) => {
    const parent = statusOf(id)?.in_reply_to_id ?? ''
    return ids().includes(parent) && !(depthOf(id) === DEEPEST && depthOf(parent) === DEEPEST)
  }
  return { depthOf, isUnder }
}

const isHere = (id: string): boolean => statusOf(id) !== undefined

function samePlaces(one: readonly Placed[], other: readonly Placed[]): boolean {
  return (
    one.length === other.length && one.every(({ id, depth }, n) => other[n]?.id === id && other[n]?.depth === depth)
  )
}
