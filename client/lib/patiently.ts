import { answers, lost, serverReturned } from '../api/reach.ts'

/** Marks that this tab was loaded again for a part that was not there, so that it happens once and not for ever. */
const RELOADED = 'reloaded'

/**
 * Fetches a part of the client. While the server is lost it waits and fetches again. A part that a living server does
 * not have belongs to an older build: the page is loaded again, once.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  try {
    const part = await load()
    sessionStorage.removeItem(RELOADED)
    return part
  } catch (error) {
    if (await answers()) return reloadOnce(error)
  }
  lost()
  await serverReturned()
  return load().catch(reloadOnce)
}

/** Loads the page again and never comes back; throws `error` when that was tried before. */
function reloadOnce(error: unknown): Promise<never> {
  if (sessionStorage.getItem(RELOADED)) throw error
  sessionStorage.setItem(RELOADED, '1')
  location.reload()
  return new Promise(() => undefined)
}
