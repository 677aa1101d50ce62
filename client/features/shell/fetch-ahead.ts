import { usePreloadRoute } from '@solidjs/router'
import { createEffect } from 'solid-js'
import { isMember, session } from '../../session/session.ts'

/** One address of each page that a reader is likely to open next. */
const READING = ['/local', '/tags/any', '/@any', '/@any/1']
const MEMBERS = ['/home', '/inbox', '/write', '/settings/profile']

/** Fetches the few kilobytes of the other pages while nothing else is to be done: they open also without a server. */
export function useFetchAhead(): void {
  const preload = usePreloadRoute()
  createEffect(() => {
    if (!session()) return
    const paths = isMember() ? [...READING, ...MEMBERS] : READING
    whenIdle(() => {
      for (const path of paths) preload(new URL(path, location.origin), { preloadData: false })
    })
  })
}

function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 500)
}
