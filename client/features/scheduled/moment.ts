import { sharedLimits } from '../../../shared/limits.ts'

const MINUTE = 60_000

/** A moment as the browser's field for day and time has it: by the device's clock, to the minute. */
export function fieldOf(at: number): string {
  const away = new Date(at).getTimezoneOffset() * MINUTE
  return new Date(at - away).toISOString().slice(0, 16)
}

/** The soonest that can be chosen, and the next whole hour after it, to begin with. */
export const soonest = (): string => fieldOf(Date.now() + sharedLimits.scheduledSoonest + MINUTE)
export const nextHour = (): string => {
  const hour = 60 * MINUTE
  return fieldOf(Math.ceil((Date.now() + sharedLimits.scheduledSoonest) / hour) * hour)
}

/** Why a field's value cannot be the time of a post: it is not whole, or too soon. */
export function wrongMoment(value: string): 'whole' | 'tooSoon' | undefined {
  const at = Date.parse(value)
  if (Number.isNaN(at)) return 'whole'
  return at < Date.now() + sharedLimits.scheduledSoonest ? 'tooSoon' : undefined
}
