import type { PurgeWay } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { presentTime } from '../../accounts/present.ts'
import { waysOfPurges } from './queries.ts'

/** What became of asking other servers to delete some posts, a line for each server and post. */
export function presentPurges(ctx: Context, statusIds: readonly number[]): PurgeWay[] {
  const rows = waysOfPurges(ctx.db, { ids: JSON.stringify(statusIds) })
  const lines = Map.groupBy(rows, ({ statusId, host }) => `${statusId} ${host}`)
  return [...lines.values()].flatMap((ways) => {
    // a server may have several doors: one that took it is enough
    const way =
      ways.find(({ result }) => result === 'delivered') ?? ways.find(({ result }) => result === null) ?? ways[0]
    if (!way) return []
    const letters = ways.map(({ letterAt }) => letterAt ?? 0)
    return [
      {
        status_id: String(way.statusId),
        host: way.host,
        state: way.result ?? ('waiting' as const),
        at: presentTime(way.at),
        letter_at: Math.max(...letters) === 0 ? null : presentTime(Math.max(...letters)),
        email: way.email?.includes('@') === true,
      },
    ]
  })
}

/** How many servers were asked to delete some posts, and how many took it; null where none was. */
export function countPurges(ctx: Context, statusIds: readonly number[]): { servers: number; took: number } | null {
  const ways = presentPurges(ctx, statusIds)
  const of = (wanted: (way: PurgeWay) => boolean) => new Set(ways.filter(wanted).map(({ host }) => host)).size
  return ways.length === 0 ? null : { servers: of(() => true), took: of(({ state }) => state === 'delivered') }
}
