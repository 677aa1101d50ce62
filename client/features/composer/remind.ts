import { createSignal } from 'solid-js'

/** On this device: whoever wants no reminder says so once. */
const OFF = 'no-reminder-of-descriptions'

const [reminding, setSignal] = createSignal(localStorage.getItem(OFF) === null)

/** Whether pictures without a description are pointed out before they are posted. */
export { reminding as isReminding }

/** Turns the reminder on or off. */
export function setReminding(on: boolean): void {
  if (on) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, '1')
  setSignal(on)
}
