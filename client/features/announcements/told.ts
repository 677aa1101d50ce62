import { createEffect, createSignal, onCleanup } from 'solid-js'
import { reachable } from '../../api/reach.ts'

/** How long a list waits for what may come to stand above it, in milliseconds. */
const PATIENT = 4000

const [told, setTold] = createSignal(false)

/**
 * Whether it is known what is announced: a list that stood before would move away from under the hand that is about to
 * press on it. Without a network, or after a while, nobody waits for that any longer.
 */
export function untilTold(): () => boolean {
  const timer = setTimeout(setTold, PATIENT, true)
  onCleanup(() => clearTimeout(timer))
  createEffect(() => {
    if (!reachable()) setTold(true)
  })
  return told
}

/** Notes that it is known. */
export const noteTold = (): void => void setTold(true)
