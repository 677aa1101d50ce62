/** The one clock: every "now" in the server comes from here, so that a test can move it. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Moves the clock forward to `time`; only the test clock's door calls it. */
  moveTo(time: number): void
  /** Milliseconds that it was moved by. */
  ahead(): number
}

/** A clock that runs with the machine's, plus what it was moved by (`ahead`, in milliseconds). */
export function createClock(ahead = 0): Clock {
  let offset = ahead
  return {
    now: () => Date.now() + offset,
    moveTo(time) {
      offset = Math.max(offset, time - Date.now())
    },
    ahead: () => offset,
  }
}

/** Units of time in milliseconds. */
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The beginning of a day (UTC): what is kept to the day only cannot be matched with something else of that second. */
export const dayOf = (ms: number): number => ms - (ms % DAY)

/**
 * Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds (`P7D`, `PT90M`) in milliseconds;
 * undefined when it is none.
 */
export function parseDuration(text: string): number | undefined {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text)
  if (!match || match.slice(1).every((part) => part === undefined)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return weeks * 7 * DAY + days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND
}
