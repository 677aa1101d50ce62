import type { Context } from '../../context.ts'
import { firstIdAt } from '../../core/ids.ts'
import { limits } from '../../limits.ts'
import { clearTrends, linksInUse, postsInUse, putTrend, tagsInUse } from './queries.ts'

const kinds = { tag: tagsInUse, status: postsInUse, link: linksInUse } as const

/** Counts anew what is used a lot here; what was said of it is kept apart. */
export function countTrends(ctx: Context): void {
  const since = firstIdAt(ctx.now() - limits.trendTime)
  const asked = { since, least: limits.trendPeople, most: limits.trends }
  ctx.transact(() => {
    for (const kind of ['tag', 'status', 'link'] as const) {
      clearTrends(ctx.db, { kind })
      for (const { ref, people } of kinds[kind](ctx.db, asked)) putTrend(ctx.db, { kind, ref, score: people })
    }
  })
}
