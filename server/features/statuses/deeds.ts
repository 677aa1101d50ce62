import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { mutedThreads } from '../pauses/queries.ts'
import type { Part } from './hydrate.ts'
import { deedsOf } from './queries.ts'

/** What a member did with a post, as its JSON says it. */
export type Deeds = Required<Pick<Status, 'favourited' | 'reblogged' | 'muted' | 'bookmarked'>> & Pick<Status, 'pinned'>

const known = new Map<string, Deeds>()

/** The same deeds are one object, so that its JSON is written once. */
function shared(deeds: Deeds): Deeds {
  const key = Object.values(deeds).join()
  const found = known.get(key) ?? deeds
  known.set(key, found)
  return found
}

/** What the member `me` did with posts, by the posts' ids: two queries, however many posts. */
export function readDeeds(ctx: Context, me: number, parts: readonly Part[]): Map<number, Deeds> {
  if (parts.length === 0) return new Map()
  const threads = JSON.stringify([...new Set(parts.map(({ row }) => row.threadId))])
  const muted = new Set(mutedThreads(ctx.db, { me, threads, now: ctx.now() }).map(({ threadId }) => threadId))
  const ids = JSON.stringify([...new Set(parts.map(({ row }) => row.id))])
  const done = new Map(deedsOf(ctx.db, { me, ids }).map((row) => [row.id, row]))
  return new Map(
    parts.map(({ row }) => {
      const deed = done.get(row.id)
      const deeds: Deeds = {
        favourited: deed?.favourited === 1,
        reblogged: deed?.reblogged === 1,
        muted: muted.has(row.threadId),
        bookmarked: deed?.bookmarked === 1,
        ...(row.accountId === me && row.visibility !== 'direct' && { pinned: deed?.pinned === 1 }),
      }
      return [row.id, shared(deeds)]
    }),
  )
}
