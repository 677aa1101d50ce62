import { createSignal } from 'solid-js'
import { session } from '../../session/session.ts'

const KEPT = 8

/** Searches belong to one account: two people on one device never see each other's. */
const nameOf = () => `searches:${session()?.account?.id ?? ''}`

function kept(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(nameOf()) ?? '[]')
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** What one looked for lately, the last first; it stays in this browser. */
export function recentSearches() {
  const [list, setList] = createSignal(kept())
  const keep = (now: string[]) => {
    setList(now)
    try {
      if (now.length > 0) localStorage.setItem(nameOf(), JSON.stringify(now))
      else localStorage.removeItem(nameOf())
    } catch {
      // a browser that keeps nothing has none
    }
  }
  return {
    list,
    add: (q: string) => keep([q, ...list().filter((one) => one !== q)].slice(0, KEPT)),
    forget: () => keep([]),
  }
}
