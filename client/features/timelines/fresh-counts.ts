import { onCleanup } from 'solid-js'
import type { Status } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { reachable } from '../../api/reach.ts'
import { patchStatus, readAt, statusOf } from '../../api/store.ts'

/** How long the counts of the posts on the screen stand while one reads, in milliseconds. */
const STAND = 60_000

/** How many posts are asked for at once; more than that hardly stand in a window. */
const MOST = 20

/** The posts that stand in the window now. */
function inWindow(): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-post]')].filter((post) => {
    const { top, bottom } = post.getBoundingClientRect()
    return bottom > 0 && top < window.innerHeight
  })
  const ids = shown.map(({ dataset }) => readAt(dataset.post ?? '')).filter((id) => statusOf(id) !== undefined)
  return [...new Set(ids)].slice(0, MOST)
}

/** Only figures change: neither words nor heights, and not while one's own press is on its way. */
function countAnew({ id, favourited, reblogged, favourites_count, reblogs_count, quotes_count }: Status): void {
  const known = statusOf(id)
  if (known?.favourited !== favourited || known?.reblogged !== reblogged) return
  patchStatus(id, { favourites_count, reblogs_count, quotes_count })
}

/**
 * Counts likes and boosts of the posts on the screen anew when one comes back to the window, and every minute while one
 * looks: no stream tells what others do with a post. Call it where something is disposed of.
 */
export function keepCounts(): void {
  let busy = false
  const look = async () => {
    const ids = document.visibilityState === 'visible' && reachable() && !busy ? inWindow() : []
    if (ids.length === 0) return
    busy = true
    const asked = read<Status[]>(`/api/v1/statuses?${ids.map((id) => `id[]=${id}`).join('&')}`)
    for (const status of await asked.catch(() => [])) countAnew(status)
    busy = false
  }
  const timer = setInterval(look, STAND)
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  onCleanup(() => {
    clearInterval(timer)
    window.removeEventListener('focus', look)
    document.removeEventListener('visibilitychange', look)
  })
}
