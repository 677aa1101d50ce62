import { randomInt } from 'node:crypto'

/** Ids a millisecond can hold: 11 bits of sequence. */
const SEQUENCE = 2048
/** A millisecond's first id is drawn below this, since the admin command mints beside the server. */
const START = 1024

/**
 * Mints integers of 42 bits of milliseconds since 1970 and 11 bits of sequence, below 2^53: they sort by time, have
 * 16 digits on the wire, and fit a plain number and an SQLite rowid. Past 2048 ids in one millisecond the next
 * millisecond is borrowed. Two processes on one data folder hardly ever meet: each begins a millisecond at random.
 */
export function createIds(now: () => number): () => number {
  let last = 0
  let sequence = 0
  return () => {
    const time = now()
    if (time > last) {
      last = time
      sequence = Math.floor(Math.random() * START)
    } else if (sequence + 1 < SEQUENCE) {
      sequence += 1
    } else {
      last += 1
      sequence = 0
    }
    return last * SEQUENCE + sequence
  }
}

/** The smallest id that can be minted at `time` (ms since 1970). */
export const firstIdAt = (time: number) => time * SEQUENCE

/** An id that could have been minted at any time from `since` to `now`: it does not say when. */
export const idBetween = (since: number, now: number): number => randomInt(firstIdAt(since), firstIdAt(now + 1))

/** When an id was minted, in ms since 1970. */
export const timeOfId = (id: number) => Math.floor(id / SEQUENCE)
