import { DAY, MINUTE } from './clock.ts'

/** The hours in which somebody wants to hear nothing: times of the day as `22:00`, none where either is null. */
export type QuietHours = { quietFrom: string | null; quietTo: string | null; timeZone: string }

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Minutes since midnight in somebody's time zone. */
function localMinutes(now: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return minutesOf(format.format(now))
}

const dayMinutes = DAY / MINUTE

/** When somebody may be told next (ms): now, or once their quiet hours are over. */
export function afterQuiet({ quietFrom, quietTo, timeZone }: QuietHours, now: number): number {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return now
  const [from, to, at] = [minutesOf(quietFrom), minutesOf(quietTo), localMinutes(now, timeZone)]
  const isQuiet = from < to ? at >= from && at < to : at >= from || at < to
  return isQuiet ? now + ((to - at + dayMinutes) % dayMinutes) * MINUTE : now
}
