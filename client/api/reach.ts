import { createSignal } from 'solid-js'

/** How long to wait before each knock at a lost server, in milliseconds; the last one repeats. */
const KNOCKS = [1500, 2500, 4000, 6000, 10_000]

/** How long the server may take to answer before it counts as lost, in milliseconds. A picture may take longer. */
export const PATIENCE = 20_000

const [reachable, setReachable] = createSignal(true)
const waiting = new Set<() => void>()
let knocking: ReturnType<typeof setTimeout> | undefined
let knocks = 0

/** Whether the server answered the last time it was asked. */
export { reachable }

/** Says that the server did not answer: from now on it is asked for a sign of life until there is one. */
export function lost(): void {
  setReachable(false)
  if (knocking !== undefined) return
  knocks = 0
  window.addEventListener('online', knock)
  knockLater()
}

/** Asks the server for a sign of life. */
export function answers(): Promise<boolean> {
  return fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(
    (response) => response.ok,
    () => false,
  )
}

/** Waits until a lost server answers again. Rejects when `signal` is aborted meanwhile. */
export function serverReturned(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      waiting.delete(done)
      resolve()
    }
    waiting.add(done)
    signal?.addEventListener('abort', () => {
      waiting.delete(done)
      reject(signal.reason)
    })
  })
}

function knockLater(): void {
  const delay = KNOCKS[Math.min(knocks, KNOCKS.length - 1)]
  knocks += 1
  knocking = setTimeout(knock, delay)
}

async function knock(): Promise<void> {
  clearTimeout(knocking)
  if (!(await answers())) return knockLater()
  knocking = undefined
  window.removeEventListener('online', knock)
  setReachable(true)
  for (const resume of [...waiting]) resume()
}
