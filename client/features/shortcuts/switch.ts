import { createSignal } from 'solid-js'

/** Where this device remembers that shortcuts are off. */
const PLACE = 'shortcuts'

const [on, setOn] = createSignal(localStorage.getItem(PLACE) !== 'off')

/** Whether single keys do something on this device. Who speaks to the computer, or types by accident, switches them off. */
export { on }

/** Switches the shortcuts of this device on or off. */
export function switchShortcuts(to: boolean): void {
  setOn(to)
  if (to) localStorage.removeItem(PLACE)
  else localStorage.setItem(PLACE, 'off')
}
