import { createSignal, onCleanup, onMount } from 'solid-js'
import { type Offer, offersFor } from './offers.ts'
import { type Token, tokenBefore } from './token.ts'

/** A field that names, hashtags and small pictures are written into. */
export type Field = HTMLInputElement | HTMLTextAreaElement

/** How long typing must stand still before it is asked, in milliseconds. */
const STILL = 150

/** Follows what is typed into a field, and takes the keys while something is offered. */
export function offering(field: Field) {
  const { token, offers, look, close } = asking(field)
  const [chosen, choose] = createSignal(0)
  const take = (offer: Offer) => {
    const at = token()
    if (!at) return
    const end = at.start + 1 + at.word.length
    const gap = /^\s/.test(field.value.slice(end)) ? '' : ' '
    field.setRangeText(offer.text + gap, at.start, end, 'end')
    close()
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    field.focus()
  }
  const keys = (event: KeyboardEvent) => {
    const offer = offers()[chosen()]
    if (!offer || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const count = offers().length
    if (event.key === 'ArrowDown') choose((chosen() + 1) % count)
    else if (event.key === 'ArrowUp') choose((chosen() + count - 1) % count)
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(offer)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const typed = () => {
    choose(0)
    look()
  }
  onMount(() => {
    const over = new AbortController()
    const on = { signal: over.signal }
    field.addEventListener('input', typed, on)
    field.addEventListener('compositionend', typed, on)
    field.addEventListener('click', close, on)
    field.addEventListener('blur', close, on)
    // before the box hears of them: there Escape closes the box
    field.addEventListener('keydown', (event) => keys(event as KeyboardEvent), { ...on, capture: true })
    typed()
    onCleanup(() => {
      over.abort()
      close()
    })
  })
  return { token, offers, chosen, choose, take }
}

/** Asks what goes on the word at the caret, once typing stands still; an answer that comes too late is dropped. */
function asking(field: Field) {
  const [token, setToken] = createSignal<Token>()
  const [offers, setOffers] = createSignal<Offer[]>([])
  let asked = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    asked.abort()
  }
  const ask = async (now: Token, signal: AbortSignal) => {
    const found = await offersFor(now, signal).catch(() => [])
    if (signal.aborted) return
    const isWhole = found.length === 1 && found[0]?.text === `${now.sign}${now.word}`
    setToken(now)
    setOffers(isWhole ? [] : found)
  }
  const close = () => {
    stop()
    setOffers([])
  }
  const look = () => {
    const { selectionStart: from, selectionEnd: to, value } = field
    const now = from !== null && from === to ? tokenBefore(value.slice(0, from)) : undefined
    if (!now) return close()
    stop()
    asked = new AbortController()
    timer = setTimeout(ask, STILL, now, asked.signal)
  }
  return { token, offers, look, close }
}
