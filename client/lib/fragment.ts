import { onCleanup } from 'solid-js'

/**
 * What stands behind the # of the address, once: it is taken out of the address bar and of the history. A link pasted
 * over the page changes no more than the fragment, so the page then loads itself again to take that one too.
 */
export function takeFragment(): string {
  const token = location.hash.slice(1)
  if (token) history.replaceState(history.state, '', location.pathname + location.search)
  const again = () => {
    if (location.hash.length > 1) location.reload()
  }
  window.addEventListener('hashchange', again)
  onCleanup(() => window.removeEventListener('hashchange', again))
  return token
}
