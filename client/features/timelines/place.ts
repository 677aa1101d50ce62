import { useBeforeLeave, useIsRouting } from '@solidjs/router'
import { createEffect, on } from 'solid-js'
import type { WindowVirtualizerHandle } from 'virtua/solid'

/** Where somebody was in a list when they left it. */
export interface Place {
  /** Which list. An entry of the browser's history shows one list only. */
  list: string
  ids: readonly string[]
  /** How far the window was scrolled, in pixels. */
  y: number
  /** How high its items are; undefined for a list that is in the page as a whole. */
  sizes: WindowVirtualizerHandle['cache'] | undefined
  /** The post that had the focus. */
  post: string | undefined
  /** The first post in the window, and how far below its upper edge it began, in pixels. */
  anchor: { id: string; top: number }
}

const places = new Map<string, Place>()

/** How many places are remembered; the oldest is forgotten first. */
const MOST_PLACES = 50

/** What tells one entry of the browser's history from another. */
function entryKey(): string {
  // Older browsers lack the Navigation API; there the router's own depth stands in.
  const key = 'navigation' in window ? window.navigation.currentEntry?.key : undefined
  return key ?? String(history.state?._depth ?? 0)
}

/** Where this entry of the history was left, if it showed `list` then. */
export function leftPlace(list: string): Place | undefined {
  const place = places.get(entryKey())
  return place?.list === list ? place : undefined
}

/**
 * Remembers the place in a list: while it is scrolled, and once more when it is left. `snapshot` says what it looks
 * like now, or nothing while it is not shown.
 */
export function rememberPlace(snapshot: () => Place | undefined): () => void {
  const routing = useIsRouting()
  // While a page opens, the history still stands at the entry one came from.
  let key: string | undefined
  createEffect(
    on(routing, (busy) => {
      if (!busy) key = entryKey()
    }),
  )
  const save = () => {
    const place = key === undefined ? undefined : snapshot()
    if (key === undefined || !place) return
    places.delete(key)
    places.set(key, place)
    const [oldest] = places.keys()
    if (places.size > MOST_PLACES && oldest !== undefined) places.delete(oldest)
  }
  useBeforeLeave(save)
  return save
}
