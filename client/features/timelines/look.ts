import { queryClient } from '../../api/client.ts'
import type { Channel } from '../../api/live.ts'
import { byNewest, type IdList, type IdPage, idsOf } from '../../api/pages.ts'

/** A list: under which name it is kept, where its first page is, and how a page is read. */
export interface ListSource {
  key: readonly unknown[]
  path: string
  read: (path: string) => Promise<IdPage>
  /** Its order is not that of the ids, so what is new cannot be joined to what is known: it begins anew. */
  ownOrder?: boolean
  /** Where what is new is told live, and which kind of what is told there stands in this list. */
  live?: Channel & { kind?: 'status' | 'notification'; fits?: (id: string) => boolean }
  /** What makes two entries one; the newer takes the place of the older. */
  sameAs?: (id: string) => string | undefined
}

/** What stands at the top of a list now, read without touching what is being read. */
export interface Look {
  ids: string[]
  next: string | undefined
  /** Whether it reaches down to what was known before; otherwise too much is new to join the two. */
  meets: boolean
  /** How many posts it has that the list lacks. */
  fresh: number
}

/** How many pages are read to reach down to what is known, before the list begins anew from the top. */
const MOST_PAGES = 5

/** Reads what is new at the top of a list that is kept; `undefined` where nothing is kept yet. */
export async function lookAbove(source: ListSource): Promise<Look | undefined> {
  const known = queryClient().getQueryData<IdList>(source.key)
  if (!known) return undefined
  const top = known.pages[0]?.top
  const ids: string[] = []
  let next: string | undefined = source.path
  let meets = false
  for (let turn = 0; next && !meets && turn < MOST_PAGES; turn++) {
    const page: IdPage = await source.read(next)
    ids.push(...page.ids)
    next = page.next
    if (source.ownOrder) break
    meets = !next || top === undefined || byNewest(ids.at(-1) ?? top, top) >= 0
  }
  const before = new Set(idsOf(queryClient().getQueryData<IdList>(source.key)))
  return { ids, next, meets, fresh: ids.filter((id) => !before.has(id)).length }
}

/** Shows what was found: the list that is kept takes it in. */
export function takeIn(source: ListSource, look: Look): void {
  queryClient().setQueryData<IdList>(source.key, (list) => list && joined(list, look))
}

/**
 * A list with what was found at its top: new posts are there, deleted ones of that stretch are gone, everything older
 * stays as it is.
 */
export function joined(list: IdList, look: Look): IdList {
  const top = look.ids[0]
  const first: IdPage = { ids: look.ids, next: look.next, top }
  const oldest = look.ids.at(-1)
  if (!look.meets || oldest === undefined) return { pages: [first], pageParams: [undefined] }
  const older = list.pages.map((page) => ({ ...page, ids: page.ids.filter((id) => byNewest(id, oldest) > 0) }))
  const [under, ...rest] = older
  if (!under) return { pages: [first], pageParams: [undefined] }
  return { ...list, pages: [{ ids: [...look.ids, ...under.ids], next: under.next, top }, ...rest] }
}
