import type { InfiniteData, Query, QueryFilters } from '@tanstack/solid-query'
import type { GroupedNotifications } from '../../shared/api/notifications.ts'
import type { Status } from '../../shared/api/wire.ts'
import { queryClient } from './client.ts'
import { type Page, readPage } from './http.ts'
import { keys } from './keys.ts'
import { keepGroups, keepStatuses, notificationOf, readAt, statusOf } from './store.ts'

/** One page of a list: ids only, newest first, and the address of the page after it. */
export interface IdPage {
  ids: string[]
  next: string | undefined
  /** The newest id that the server gave when the list was last looked at from its top; own posts may stand above. */
  top?: string | undefined
}

/** A list as it is kept: its pages in order. The parameter of a page is its address; the first has none. */
export type IdList = InfiniteData<IdPage, string | undefined>

/** Reads a page of posts; the posts go to the store. */
export async function readStatuses(path: string): Promise<IdPage> {
  return idPage(await readPage<Status>(path), keepStatuses)
}

/** Reads a page of the inbox; people, posts and the entries themselves go to the store. */
export async function readNotifications(path: string): Promise<IdPage> {
  const { items, next } = await readPage<never, GroupedNotifications>(path)
  const ids = keepGroups(items)
  return { ids, next, top: ids[0] }
}

/** A page of ids, once `keep` has put its items into the store. */
export function idPage<T>(page: Page<T>, keep: (items: readonly T[]) => string[]): IdPage {
  const ids = keep(page.items)
  return { ids, next: page.next, top: ids[0] }
}

/** All ids of a list in order, each once: a post that moved between two pages would appear twice. */
export function idsOf(list: IdList | undefined): string[] {
  return [...new Set(list?.pages.flatMap((page) => page.ids))]
}

/** Newer before older: ids sort by time, a longer one is newer. */
export function byNewest(one: string, other: string): number {
  return other.length - one.length || (one < other ? 1 : one > other ? -1 : 0)
}

/** Puts a new post where it belongs in the first page of a list that is kept; a list not yet read stays unread. */
export function placeInList(key: readonly unknown[], id: string): void {
  queryClient().setQueryData<IdList>(key, (list) => {
    const [first, ...rest] = list?.pages ?? []
    if (!list || !first || first.ids.includes(id)) return list
    return { ...list, pages: [{ ...first, ids: [id, ...first.ids].sort(byNewest) }, ...rest] }
  })
}

/** A thread as it is kept: ids only. */
export interface ThreadIds {
  /** Both sides of a disagreement in it signed that it says so. */
  resolved: boolean
  /** How many answers other servers have beside, where they have parts of it. */
  elsewhere: { missing: number } | undefined
  ancestors: string[]
  descendants: string[]
}

/** Puts a reply into every thread at hand that holds what it answers. */
export function placeReply(id: string, answered: string): void {
  for (const [key, thread] of queryClient().getQueriesData<ThreadIds>({ queryKey: ['thread'] })) {
    const belongs = key[1] === answered || thread?.descendants.includes(answered)
    if (!thread || !belongs || thread.descendants.includes(id)) continue
    queryClient().setQueryData<ThreadIds>(key, { ...thread, descendants: [...thread.descendants, id] })
  }
}

/** Which lists something is taken out of; all of them without a word. */
type Lists = Pick<QueryFilters, 'queryKey' | 'predicate'>

/** Takes posts out of the lists that are kept. */
export function dropFromLists(isGone: (statusId: string) => boolean, lists: Lists = { queryKey: ['posts'] }): void {
  queryClient().setQueriesData<IdList>(lists, (list) => {
    if (!list?.pages.some((page) => page.ids.some(isGone))) return list
    const pages = list.pages.map((page) => ({ ...page, ids: page.ids.filter((id) => !isGone(id)) }))
    return { ...list, pages }
  })
}

/** Takes what a person wrote out of home, or everything of theirs out of every list but their own profile. */
export function dropAuthor(accountId: string, from: 'home' | 'everywhere'): void {
  const isTheirs = (id: string) => [id, readAt(id)].some((one) => statusOf(one)?.account_id === accountId)
  if (from === 'home') {
    dropFromLists(isTheirs, { queryKey: keys.home })
    return
  }
  dropFromLists(isTheirs, { queryKey: ['posts'], predicate: (query: Query) => query.queryKey[1] !== 'profile' })
  const isTheirsAlone = (id: string) => notificationOf(id)?.account_ids.every((one) => one === accountId) === true
  dropFromLists(isTheirsAlone, { queryKey: keys.inbox })
}
