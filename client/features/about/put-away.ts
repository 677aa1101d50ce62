import { createSignal } from 'solid-js'

/** Where this browser remembers which notices were put away. */
const PLACE = 'notices-away'

const [away, setAway] = createSignal<readonly string[]>(kept())

function kept(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]')
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Whether these words were put away here; other words of the same notice are new ones. */
export const isAway = (words: string): boolean => away().includes(words)

/** Puts words away in this browser, and forgets those that stand nowhere any more. */
export function putAway(words: string, standing: readonly string[]): void {
  setAway((list) => [...list.filter((one) => standing.includes(one)), words])
  localStorage.setItem(PLACE, JSON.stringify(away()))
}

/** Brings back whatever was put away. */
export function bringBack(): void {
  setAway([])
  localStorage.removeItem(PLACE)
}
