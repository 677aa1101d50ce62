import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { readPage } from '../api/http.ts'

/** A list that is read page by page, and loses or gains lines when something was done. */
export interface Listed<T> {
  items: Accessor<readonly T[] | undefined>
  error: Accessor<unknown>
  loading: Accessor<boolean>
  hasMore: Accessor<boolean>
  more: () => void
  reload: () => void
  change: (by: (items: readonly T[]) => readonly T[]) => void
}

/** Reads the list at `path`, and again from its top whenever `path` changes. */
export function listed<T>(path: Accessor<string>): Listed<T> {
  const [items, setItems] = createSignal<readonly T[]>()
  const [next, setNext] = createSignal<string>()
  const [error, setError] = createSignal<unknown>()
  const [loading, setLoading] = createSignal(false)
  let asking = new AbortController()

  const ask = async (from: string, before: readonly T[]) => {
    asking.abort()
    const mine = new AbortController()
    asking = mine
    setLoading(true)
    setError(undefined)
    try {
      const page = await readPage<T>(from, { signal: mine.signal })
      if (mine.signal.aborted) return
      setItems([...before, ...page.items])
      setNext(page.next)
    } catch (reason) {
      if (!mine.signal.aborted) setError(() => reason)
    } finally {
      if (!mine.signal.aborted) setLoading(false)
    }
  }

  createEffect(on(path, (from) => ask(from, [])))
  onCleanup(() => asking.abort())

  return {
    items,
    error,
    loading,
    hasMore: () => next() !== undefined,
    more: () => {
      const from = next()
      if (from && !loading()) ask(from, items() ?? [])
    },
    reload: () => ask(path(), []),
    change: (by) => setItems((now) => by(now ?? [])),
  }
}
