/** Numbers that look random and are the same for every run with the same `seed` (mulberry32). */
export type Random = {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from 0 to below `most`. */
  below(most: number): number
  /** One of a list that is not empty, or of its first `most`. */
  pick<T>(list: readonly T[], most?: number): T
  /** True so often, of 1. */
  chance(share: number): boolean
}

/** Makes a stream of its own, so that what one part draws does not move another. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    next,
    below,
    pick(list, most = list.length) {
      const found = list[below(Math.max(1, most))]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    chance: (share) => next() < share,
  }
}
