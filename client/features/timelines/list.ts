import { useInfiniteQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { queryClient } from '../../api/client.ts'
import { listen } from '../../api/live.ts'
import { type IdList, type IdPage, idsOf, placeInList } from '../../api/pages.ts'
import { notificationOf, statusOf } from '../../api/store.ts'
import { session } from '../../session/session.ts'
import { type ListSource, type Look, lookAbove, takeIn } from './look.ts'

/** A list that looks at its top again by itself waits at least this long between two looks, in milliseconds. */
const REST = 20_000

/** How a list is opened. */
interface Opening {
  stays?: boolean
  readNow?: boolean
}

/** A list as a page shows it. */
export type IdListView = ReturnType<typeof idList>

/**
 * Opens a list. Coming back to the window looks for what is new without moving what is being read;
 * `stays` says that the page is shown where it was left, so that even on opening nothing may move; `readNow` that it was
 * read this moment, so that there is nothing new to look for.
 */
export function idList(source: ListSource, { stays = false, readNow = false }: Opening = {}) {
  const query = useInfiniteQuery<IdPage, Error, IdList, readonly unknown[], string | undefined>(
    () => ({
      queryKey: source.key,
      queryFn: ({ pageParam }) => source.read(pageParam ?? source.path),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next,
    }),
    () => queryClient(),
  )
  // Reading `data` before there is any would suspend the whole page.
  const ids = createMemo(() => (query.isPending ? [] : eachOnce(idsOf(query.data), source)))
  return {
    ids,
    pending: () => query.isPending,
    error: () => (query.isError ? query.error : undefined),
    more: () => query.hasNextPage,
    readingMore: () => query.isFetchingNextPage,
    readMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage()
    },
    tryAgain: () => (query.isPending || !query.data ? query.refetch() : query.fetchNextPage()),
    ...looking(source, { stays, readNow }),
  }
}

/** The ids of a list, but none of an entry in whose place a newer one stands. */
function eachOnce(ids: string[], { sameAs }: ListSource): string[] {
  if (!sameAs) return ids
  const seen = new Set<string>()
  return ids.filter((id) => {
    const same = sameAs(id) ?? id
    if (seen.has(same)) return false
    seen.add(same)
    return true
  })
}

function looking(source: ListSource, { stays, readNow }: Required<Opening>) {
  const [found, setFound] = createSignal<Look>()
  const [busy, setBusy] = createSignal(false)
  const live = arriving(source, () => look().catch(() => undefined))
  let lookedAt = 0

  const look = async () => {
    if (busy()) return undefined
    setBusy(true)
    lookedAt = Date.now()
    const now = await lookAbove(source).finally(() => setBusy(false))
    setFound(now)
    return now
  }
  const show = () => {
    const now = found()
    setFound(undefined)
    if (now) takeIn(source, now)
    live.show()
  }
  const quietly = () => {
    if (document.visibilityState === 'visible' && Date.now() - lookedAt > REST) look().catch(() => undefined)
  }

  onMount(() => {
    if (readNow) lookedAt = Date.now()
    else if (stays) quietly()
    else look().then(show, () => undefined)
    document.addEventListener('visibilitychange', quietly)
    window.addEventListener('focus', quietly)
  })
  onCleanup(() => {
    document.removeEventListener('visibilitychange', quietly)
    window.removeEventListener('focus', quietly)
  })
  const fresh = () => (found()?.fresh ?? 0) + live.besides(found()?.ids ?? [])
  return { look, show, looksBusy: busy, fresh }
}

/** What came live and is not shown yet, so that nothing moves under the eyes of who reads. */
function arriving(source: ListSource, returned: () => void) {
  const [waiting, setWaiting] = createSignal<readonly string[]>([])
  const isKept = (id: string) => idsOf(queryClient().getQueryData<IdList>(source.key)).includes(id)
  const isThere = (id: string) =>
    (source.live?.kind === 'notification' ? notificationOf(id) : statusOf(id)) !== undefined
  const arrived = (id: string, kind: 'status' | 'notification') => {
    if (kind !== (source.live?.kind ?? 'status') || isKept(id) || source.live?.fits?.(id) === false) return
    // What one wrote oneself, here or elsewhere, is not waited for.
    if (statusOf(id)?.account_id === session()?.account?.id) placeInList(source.key, id)
    else setWaiting((ids) => (ids.includes(id) ? ids : [...ids, id]))
  }
  if (source.live) {
    const { kind: _kind, fits: _fits, ...channel } = source.live
    onCleanup(listen(channel, { arrived, returned }))
  }
  const here = createMemo(() => waiting().filter((id) => isThere(id) && !isKept(id)))
  return {
    besides: (found: readonly string[]) => here().filter((id) => !found.includes(id)).length,
    show() {
      const ids = here()
      setWaiting([])
      for (const id of ids) placeInList(source.key, id)
    },
  }
}
