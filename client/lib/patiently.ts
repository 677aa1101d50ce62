import { createSignal } from 'solid-js'
import { answers, lost, serverReturned } from '../api/reach.ts'

/** Marks that this tab was loaded again for a part that was not there, so that it happens once and not for ever. */
const RELOADED = 'reloaded'

/** How often a part that a living server has is asked for again: a network may come and go. */
const MORE_TRIES = 2

const [outdated, setOutdated] = createSignal(false)

/** Whether parts of this page are gone, as the server has a newer build, and somebody writes here meanwhile. */
export { outdated }

/**
 * Fetches a part of the client. While the server is lost it waits and fetches again, and never loads the page anew. Only
 * a part of a build that the server has no longer does that: once, and not while somebody writes, who is told instead.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let more = MORE_TRIES; ; ) {
    try {
      const part = await load()
      sessionStorage.removeItem(RELOADED)
      return part
    } catch (error) {
      if (await answers()) {
        if (await isOfOldBuild()) return beginAnew(error)
        if (more === 0) throw error
        more -= 1
      } else {
        lost()
        await serverReturned()
      }
    }
  }
}

/** Whether the server gives this page another build than the one that runs here; where that cannot be learned, not. */
async function isOfOldBuild(): Promise<boolean> {
  const entry = document.querySelector('script[src^="/assets/"]')?.getAttribute('src') ?? ''
  const page = await fetch(location.pathname, { cache: 'no-store' }).then(
    (answer) => answer.text(),
    () => '',
  )
  return page.includes('"/assets/') && !page.includes(entry)
}

/** Whether there are words on the page that somebody put there. */
const isWritten = () =>
  [...document.querySelectorAll<HTMLInputElement>('textarea, input:not([type]), input[type=text]')].some(
    ({ value }) => value.trim() !== '',
  )

/** Loads the page again, or waits for a word to do so, and never comes back; throws `error` when that was tried before. */
function beginAnew(error: unknown): Promise<never> {
  if (sessionStorage.getItem(RELOADED)) throw error
  if (isWritten()) setOutdated(true)
  else loadAnew()
  return new Promise(() => undefined)
}

/** Loads the page again with the parts that the server has now. */
export function loadAnew(): void {
  sessionStorage.setItem(RELOADED, '1')
  location.reload()
}
