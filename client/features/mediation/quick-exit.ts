import { useNavigate } from '@solidjs/router'
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { communityName } from '../../session/session.ts'
import { forgetDrafts } from './drafts.ts'

/** How close two presses of Escape are when they are meant as one sign, in milliseconds. */
const TOGETHER = 800

/** A page that can be cleared at once. */
export interface QuickExit {
  /** True from the moment of clearing: nothing of the page is drawn any more. */
  cleared: Accessor<boolean>
  clear: () => void
}

/**
 * Clears the screen by a button or by Escape twice: the page and what was being written are gone at once, and `out`
 * stands in its place, in the history too.
 */
export function useQuickExit(out: string): QuickExit {
  const navigate = useNavigate()
  const [cleared, setCleared] = createSignal(false)
  const clear = () => {
    setCleared(true)
    forgetDrafts()
    document.title = communityName()
    navigate(out, { replace: true })
  }
  let last = Number.NEGATIVE_INFINITY
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.repeat) return
    if (event.timeStamp - last < TOGETHER) clear()
    last = event.timeStamp
  }
  // before anything on the page can take the key for itself
  window.addEventListener('keydown', pressed, { capture: true })
  onCleanup(() => window.removeEventListener('keydown', pressed, { capture: true }))
  return { cleared, clear }
}
