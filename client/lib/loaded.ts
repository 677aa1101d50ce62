import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

/** What a page asked the server for: nothing yet, the answer, or why there is none. */
export interface Loaded<T> {
  /** The latest answer; it stays while a newer one is on its way. */
  value: Accessor<T | undefined>
  error: Accessor<unknown>
  loading: Accessor<boolean>
  /** Asks again; the old answer stays until the new one is here. */
  reload: () => void
  /** Puts an answer in place without asking, after a change whose answer is the new state. */
  set: (value: T) => void
}

/**
 * Asks once when it is made, and again when `source` changes or `reload` is called. Pages without solid-query use it.
 * An answer that arrives after a newer question was asked is dropped.
 */
export function loaded<S, T>(source: Accessor<S>, ask: (source: S, signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [value, setValue] = createSignal<T>()
  const [error, setError] = createSignal<unknown>()
  const [loading, setLoading] = createSignal(true)
  const [round, setRound] = createSignal(0)
  let asking = new AbortController()

  createEffect(
    on([source, round], ([from]) => {
      asking.abort()
      const mine = new AbortController()
      asking = mine
      setLoading(true)
      ask(from, mine.signal)
        .then(
          (answer) => {
            if (mine.signal.aborted) return
            setValue(() => answer)
            setError(undefined)
          },
          (reason: unknown) => {
            if (!mine.signal.aborted) setError(() => reason)
          },
        )
        .finally(() => {
          if (!mine.signal.aborted) setLoading(false)
        })
    }),
  )
  onCleanup(() => asking.abort())

  return { value, error, loading, reload: () => setRound((n) => n + 1), set: (next) => setValue(() => next) }
}
