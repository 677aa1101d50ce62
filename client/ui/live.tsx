import { createSignal } from 'solid-js'

const [polite, setPolite] = createSignal('')
const [urgent, setUrgent] = createSignal('')

/** Says something to screen readers without showing it; `urgent` interrupts. The same words twice are said twice. */
export function announce(text: string, how: 'polite' | 'urgent' = 'polite'): void {
  const say = how === 'urgent' ? setUrgent : setPolite
  say('')
  requestAnimationFrame(() => say(text))
}

/** Where `announce` speaks; stands once, at the root, so that it is there before it is used. */
export function LiveRegions() {
  return (
    <>
      <p class="sr" role="status" aria-live="polite">
        {polite()}
      </p>
      <p class="sr" role="alert" aria-live="assertive">
        {urgent()}
      </p>
    </>
  )
}
