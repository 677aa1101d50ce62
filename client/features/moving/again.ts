import { createEffect, onCleanup } from 'solid-js'

/** How often is asked how far something is, in milliseconds. */
const EVERY = 2000

/** Asks again and again while something is under way. */
export function again(underWay: () => boolean, ask: () => void): void {
  createEffect(() => {
    if (!underWay()) return
    const timer = setInterval(ask, EVERY)
    onCleanup(() => clearInterval(timer))
  })
}
