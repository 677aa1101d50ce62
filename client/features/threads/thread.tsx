import { createMemo, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { createStore } from 'solid-js/store'
import { posts } from '../../../shared/locales/en/posts.ts'
import { orderReplies, type Placed } from '../../../shared/thread-order.ts'
import { HttpError } from '../../api/http.ts'
import { statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Slip } from '../../ui/slip.tsx'
import { NotRead } from '../shell/not-read.tsx'
import { Acts } from '../statuses/acts.tsx'
import { Post } from '../statuses/post.tsx'
import { Feed } from '../timelines/feed.tsx'
import style from './thread.module.css'
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
            <FoldReplies id={id} count={below().get(id) ?? 0} />
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

const [folded, setFolded] = createStore<Record<string, boolean>>({})

/** Whether what was answered to a reply is folded away; it stays so when one comes back to the conversation. */
const isFolded = (id: string): boolean => folded[id] === true

/** What is folded away in a conversation, and how much stands under each reply. */
function folding(replies: () => readonly Placed[]) {
  const here = createMemo(() => new Set(replies().map((reply) => reply.id)))
  const above = (id: string): string[] => {
    const parents: string[] = []
    for (let parent = statusOf(id)?.in_reply_to_id; parent && here().has(parent); ) {
      parents.push(parent)
      parent = statusOf(parent)?.in_reply_to_id
    }
    return parents
  }
  const below = createMemo(() => {
    const counts = new Map<string, number>()
    for (const { id } of replies()) for (const parent of above(id)) counts.set(parent, (counts.get(parent) ?? 0) + 1)
    return counts
  })
  return { below, isHidden: (id: string) => above(id).some(isFolded) }
}

/** Folds what was answered to a reply, and shows it again. */
function FoldReplies(props: { id: string; count: number }) {
  return (
    <Show when={props.count > 0}>
      <p>
        <Button
          kind="quiet"
          class={style.fold}
          aria-expanded={!isFolded(props.id)}
          onClick={() => setFolded(props.id, !isFolded(props.id))}
        >
          {isFolded(props.id) ? t('unfoldReplies', props.count) : t('foldReplies', props.count)}
        </Button>
      </p>
    </Show>
  )
}

const isHere = (id: string): boolean => statusOf(id) !== undefined

function samePlaces(one: readonly Placed[], other: readonly Placed[]): boolean {
  return (
    one.length === other.length && one.every(({ id, depth }, n) => other[n]?.id === id && other[n]?.depth === depth)
  )
}
