import { createSignal } from 'solid-js'

/** The picture that is looked at: of which post, and the how many-eth of it, from 0. */
export interface Viewing {
  statusId: string
  index: number
}

const [viewing, setViewing] = createSignal<Viewing>()

/** What is open in the viewer, if anything is. */
export { viewing }

/** Opens a picture. It is a step of the history, so that Back closes it. */
export function view(what: Viewing): void {
  history.pushState({ ...history.state }, '')
  window.addEventListener('popstate', close, { once: true })
  setViewing(what)
}

const close = () => void setViewing(undefined)

/** Closes what is open, as Back does. */
export function endViewing(): void {
  if (viewing()) history.back()
}
