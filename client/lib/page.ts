import { useLocation } from '@solidjs/router'
import { createEffect } from 'solid-js'
import { communityName } from '../session/session.ts'

/** The address whose page was last shown; the very first page keeps the browser's own focus. */
let shown: string | undefined

/**
 * Names the page: `Page · Community` in the title. `title` stays `undefined` until the page has its data; then what
 * the server wrote gives way, and after a change of page the focus goes to the h1, which reads it out.
 */
export function usePage(title: () => string | undefined): void {
  const location = useLocation()
  createEffect(() => {
    const name = title()
    if (name === undefined) return
    document.title = [name, communityName()].filter(Boolean).join(' · ')
    const { pathname, hash } = location
    queueMicrotask(() => arrive(pathname, hash))
  })
}

function arrive(pathname: string, hash: string): void {
  document.getElementById('ssr')?.remove()
  const first = shown === undefined
  if (pathname === shown) return
  shown = pathname
  const goal = hash.length > 1 ? document.getElementById(hash.slice(1)) : null
  goal?.scrollIntoView()
  if (first) return
  const heading = document.querySelector<HTMLElement>('#app h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
