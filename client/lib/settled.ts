import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

/** A value once it has stood still for `ms` milliseconds, so that not every key press asks the server. */
export function settled<T>(value: Accessor<T>, ms: number): Accessor<T> {
  const [still, setStill] = createSignal(value())
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(
      value,
      (now) => {
        clearTimeout(timer)
        timer = setTimeout(() => setStill(() => now), ms)
      },
      { defer: true },
    ),
  )
  onCleanup(() => clearTimeout(timer))
  return still
}
