import { lazily } from '../lazily.ts'

/** How numbers and dates are written: English words, day before month, 24 hours. */
const LANGUAGE = 'en-GB'

/** Made when first used: each takes milliseconds, which a page that opens has better uses for. */
const numbers = lazily(() => new Intl.NumberFormat(LANGUAGE))
const dates = lazily(() => new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'long', year: 'numeric' }))
const days = lazily(() => new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long', day: 'numeric', month: 'long' }))
const clocks = lazily(() => new Intl.DateTimeFormat(LANGUAGE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }))
const zones = lazily(() => new Intl.DateTimeFormat(LANGUAGE, { timeZoneName: 'short' }))

/** A moment as RFC 3339 text, epoch milliseconds, or a Date. */
export type Moment = string | number | Date

/** 2676 as `2,676`. */
export function formatNumber(n: number): string {
  return numbers().format(n)
}

/** `one` for exactly one, else `many`. */
export function plural<T>(n: number, one: T, many: T): T {
  return n === 1 ? one : many
}

/** `3 May 2026`. */
export function formatDate(at: Moment): string {
  return dates().format(new Date(at))
}

/** `Sunday, 22 November`; with the year when that is another one than `now`'s. */
export function formatDay(at: Moment, now: Moment = Date.now()): string {
  const date = new Date(at)
  const parts = days().formatToParts(date)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const year = date.getFullYear() === new Date(now).getFullYear() ? '' : ` ${date.getFullYear()}`
  return `${part('weekday')}, ${part('day')} ${part('month')}${year}`
}

/** `14:02`. */
export function formatClock(at: Moment): string {
  return clocks().format(new Date(at))
}

/** `today at 14:02`, `yesterday at 09:40`, `tomorrow at 10:00`, `3 May 2026`: as precise as one still cares about. */
export function formatWhen(at: Moment, now: Moment = Date.now()): string {
  const age = dayNumber(now) - dayNumber(at)
  if (age === 0) return `today at ${formatClock(at)}`
  if (age === 1) return `yesterday at ${formatClock(at)}`
  if (age === -1) return `tomorrow at ${formatClock(at)}`
  return formatDate(at)
}

/** `an hour`, `6 hours`, `a day`, `3 days`: how long something takes. */
export function formatHours(hours: number): string {
  if (hours < 1.5) return 'an hour'
  if (hours < 20) return `${Math.round(hours)} hours`
  return hours < 36 ? 'a day' : `${Math.round(hours / 24)} days`
}

function dayNumber(at: Moment): number {
  const date = new Date(at)
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}

/** `UTC`, `GMT+2`: of which zone a time is that a page made elsewhere says. */
export function formatZone(at: Moment): string {
  return (
    zones()
      .formatToParts(new Date(at))
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  )
}
