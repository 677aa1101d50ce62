import { HOUR } from '../../../core/clock.ts'
import type { NotificationRow } from '../queries.ts'

/** So much time belongs together, as Mastodon's: what comes later begins a group of its own. */
const SPAN = 12 * HOUR

/** Under which key a notification belongs together with others of its kind; null for one that stands alone. */
export function groupKeyOf(type: NotificationRow['type'], statusId: number | null, now: number): string | null {
  const span = Math.floor(now / SPAN)
  if (type === 'follow') return `follow-${span}`
  return type === 'favourite' || type === 'reblog' ? `${type}-${statusId}-${span}` : null
}

/** The kinds that are shown together unless a client says which. */
export const togetherByDefault = ['favourite', 'follow', 'reblog']
