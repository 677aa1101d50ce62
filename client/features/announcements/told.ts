import { createEffect, createSignal, onCleanup } from 'solid-js'
import { reachable } from '../../api/reach.ts'

/** How long a list waits for what may come to stand above it, in milliseconds. */
const PATIENT = 4000

const [isTold, setTold] = createSignal(false)

/** Whether nobody waits any longer to hear what is announced: lists stand, and nothing comes in above them. */
export { isTold }

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
  return isTold
}

/** Notes that it is known. */
export const noteTold = (): void => void setTold(true)
