/** How often something happened in its window, and when (ms) that ends. */
export type Counted = { count: number; until: number }

/** Counts in fixed windows by the one clock, in memory. */
export type Counters = {
  /** Counts `key` once more; its window began with the first and lasts `window` ms. */
  add(key: string, window: number): Counted
}

/** Keys that are remembered at once; past that those that began longest ago go. */
const REMEMBERED = 100_000

/** Makes counters whose time is `now`. */
export function createCounters(now: () => number, remembered = REMEMBERED): Counters {
  const windows = new Map<string, Counted>()

  function makeRoom(): void {
    for (const [key, { until }] of windows) {
      if (until > now() && windows.size < remembered) continue
      windows.delete(key)
    }
  }

  return {
    add(key, window) {
      const found = windows.get(key)
      if (found && found.until > now()) {
        found.count += 1
        return { ...found }
      }
      windows.delete(key)
      if (windows.size >= remembered) makeRoom()
      const begun = { count: 1, until: now() + window }
      windows.set(key, begun)
      return { ...begun }
    },
  }
}
