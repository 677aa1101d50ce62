import { createSignal } from 'solid-js'

/** Where this device remembers that it was told. */
const PLACE = 'install-hint'

/** What Chromium hands over instead of asking by itself; no type of the DOM has it. */
interface InstallEvent extends Event {
  prompt: () => Promise<unknown>
}

const isInstallEvent = (event: Event): event is InstallEvent => 'prompt' in event

const [asker, setAsker] = createSignal<InstallEvent>()
const [useful, setUseful] = createSignal(false)

/** Whether the browser lets us ask. */
export const canAsk = (): boolean => asker() !== undefined

/** Whether it is time for the hint: something was done here, nobody was told yet, and it can be installed. */
export const usefulAt = (): boolean =>
  useful() && localStorage.getItem(PLACE) === null && !isInstalled() && (canAsk() || isApple())

/** Waits for the browser to say that this can be installed; it says so once, early. */
export function watchInstalling(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    if (isInstallEvent(event)) setAsker(event)
  })
}

/** Somebody did something that makes this place theirs: posted. */
export function noteUseful(): void {
  setUseful(true)
}

/** Says no more about it on this device. */
export function forgetHint(): void {
  localStorage.setItem(PLACE, 'told')
}

/** Asks the browser to install. */
export async function installNow(): Promise<void> {
  await asker()?.prompt()
  setAsker(undefined)
}

const isInstalled = () => matchMedia('(display-mode: standalone)').matches

/** Apple's browsers have no way to ask: it is in their share menu. Tablets say that they are a desk, which takes no touch. */
const isApple = () =>
  /iP(hone|ad|od)/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
