import type { Context } from '../../context.ts'
import type { CollectionDoc } from '../vocab/activity.ts'
import { isOneOrigin } from '../vocab/json.ts'
import type { NoteDoc } from '../vocab/note.ts'
import { fetchDocument, type Missing } from './fetch-document.ts'

/** How much of something is fetched; counted down by whoever takes of it. */
export type Budget = { posts: number; pages: number }

/** What a collection holds, as far as the budget went: addresses in order, and what was given whole, by address. */
export type Collected = { items: string[]; notes: Map<string, NoteDoc>; total: number | undefined; missing?: Missing }

async function pageAt(ctx: Context, address: string, budget: Budget) {
  if (budget.pages <= 0) return { missing: 'refused' as const }
  budget.pages -= 1
  const { document, missing } = await fetchDocument(ctx, address)
  if (!document) return { missing }
  return document.kind === 'collection' ? { page: document.collection } : { missing: 'unreadable' as const }
}

/** Walks a collection page by page: only pages of its own server, none twice, and no more than the budget says. */
export async function collect(ctx: Context, address: string, budget: Budget): Promise<Collected> {
  const found: Collected = { items: [], notes: new Map(), total: undefined }
  const visited = new Set([address])
  let { page, missing } = await pageAt(ctx, address, budget)
  if (missing) return { ...found, missing }
  found.total = page?.total
  let most = budget.posts
  while (page && most > 0) {
    const held: CollectionDoc = page
    for (const one of [held, held.firstPage]) {
      const fresh = one?.items.slice(0, Math.max(0, most)) ?? []
      most -= fresh.length
      found.items.push(...fresh)
      for (const note of one?.notes ?? []) found.notes.set(note.uri, note)
    }
    const next: string | undefined = held.first ?? held.firstPage?.next ?? held.next
    if (next === undefined || visited.has(next) || !isOneOrigin(next, address)) break
    visited.add(next)
    const turned = await pageAt(ctx, next, budget)
    page = turned.page
  }
  return { ...found, items: [...new Set(found.items)] }
}
