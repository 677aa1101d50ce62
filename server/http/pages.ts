import { PAST_ALL_IDS, type Range } from '../db/range.ts'
import { Page } from './answer.ts'

/** The cursors of a request and how many items it asks for. */
export type Wish = { max_id?: number; since_id?: number; min_id?: number; limit: number }

/** One item of a list with the cursor of its row. */
export type Entry = { cursor: number; item: unknown }

/** How often a page that rules thin out is filled up; past that it stays short, but says where to go on. */
const ROUNDS = 6

/** The stretch of a list that a request asks for. */
export function rangeOf({ max_id, since_id, min_id, limit }: Wish): Range {
  return {
    below: max_id ?? PAST_ALL_IDS,
    above: min_id ?? since_id ?? 0,
    ascending: min_id !== undefined,
    most: limit,
  }
}

/**
 * One page of a list. `read` gives the cursors' rows of a stretch in its order, `show` the entries of those rows that
 * may be shown; where that leaves a page short, more rows are read, so that it is full when there are enough.
 */
export function readPage<Row extends { cursor: number }>(
  wish: Wish,
  read: (range: Range) => readonly Row[],
  show: (rows: readonly Row[]) => readonly Entry[],
): Page {
  const range = rangeOf(wish)
  const found: Entry[] = []
  let more = true
  for (let round = 0; round < ROUNDS && more && found.length < wish.limit; round += 1) {
    const rows = read(range)
    found.push(...show(rows))
    more = rows.length === range.most
    const last = rows.at(-1)?.cursor
    if (last === undefined) break
    if (range.ascending) range.above = last
    else range.below = last
  }
  return toPage(found.slice(0, wish.limit), { full: found.length >= wish.limit, more, range })
}

/** An older page is promised where this one is full, or where not all that was asked for has been looked at. */
function toPage(found: readonly Entry[], { full, more, range }: { full: boolean; more: boolean; range: Range }): Page {
  const entries = range.ascending ? found.toReversed() : found
  const items = entries.map((entry) => entry.item)
  const [first, last] = [entries.at(0)?.cursor, entries.at(-1)?.cursor]
  if (range.ascending) return new Page(items, { next: last, prev: first ?? (more ? range.above : undefined) })
  return new Page(items, { next: full ? last : more ? range.below : undefined, prev: first })
}
