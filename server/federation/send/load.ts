import type { Db } from '../../db/open.ts'
import { type Due, dueDeliveries } from './queries.ts'

/** Deliveries under way at once, to one host, to one that failed last, and to all such hosts together. */
const AT_ONCE = 32
const SAME_HOST = 4
const FAILING_HOST = 1
const FAILING = 12

/** What is under way, so that no host keeps the others waiting. */
export type Load = {
  /** The next ones that are due and there is room for; they are under way from now on. */
  take(db: Db, now: number): Due[]
  /** One came back. */
  give(id: number): Due | undefined
  ids(): number[]
  size(): number
}

/** Begins with nothing under way. */
export function createLoad(): Load {
  const rows = new Map<number, Due>()
  const hosts = new Map<string, number>()
  let failing = 0

  const roomAt = ({ host, failures }: Due) => (hosts.get(host) ?? 0) < (failures > 0 ? FAILING_HOST : SAME_HOST)

  function begin(row: Due): boolean {
    if (rows.size >= AT_ONCE || !roomAt(row) || (row.failures > 0 && failing >= FAILING)) return false
    rows.set(row.id, row)
    hosts.set(row.host, (hosts.get(row.host) ?? 0) + 1)
    if (row.failures > 0) failing += 1
    return true
  }

  return {
    take(db, now) {
      const taken: Due[] = []
      const full = new Set([...hosts].filter(([, count]) => count >= SAME_HOST).map(([host]) => host))
      while (rows.size < AT_ONCE) {
        const wanted = { now, full: JSON.stringify([...full]), failing: failing < FAILING ? 1 : 0, most: AT_ONCE }
        const found = dueDeliveries(db, wanted).filter(({ id }) => !rows.has(id))
        const begun = found.filter(begin)
        taken.push(...begun)
        // hosts without room are asked about no more in this turn; each turn excludes some, so it ends
        const before = full.size
        for (const row of found) if (!roomAt(row)) full.add(row.host)
        if (found.length === 0 || full.size === before) break
      }
      return taken
    },
    give(id) {
      const row = rows.get(id)
      if (!row) return undefined
      rows.delete(id)
      const left = (hosts.get(row.host) ?? 1) - 1
      if (left > 0) hosts.set(row.host, left)
      else hosts.delete(row.host)
      if (row.failures > 0) failing -= 1
      return row
    },
    ids: () => [...rows.keys()],
    size: () => rows.size,
  }
}
