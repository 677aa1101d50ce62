import { onCleanup } from 'solid-js'

/** Calls `look` every `ms` milliseconds while the page can be seen, and at once when it can be seen again. */
export function looking(look: () => void, ms: number): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') look()
  }, ms)
  const seen = () => {
    if (document.visibilityState === 'visible') look()
  }
  document.addEventListener('visibilitychange', seen)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', seen)
  })
}
