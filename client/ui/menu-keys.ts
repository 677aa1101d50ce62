/** Space between a menu and what opened it, and between a menu and the window's edge, in pixels. */
const GAP = 4

/** Puts an open popover under its button, or above it where there is more room, and inside the window. */
export function placeBy(button: HTMLElement, list: HTMLElement): void {
  const from = button.getBoundingClientRect()
  const own = list.getBoundingClientRect()
  const below = window.innerHeight - from.bottom
  const top = below >= own.height + GAP || below >= from.top ? from.bottom + GAP : from.top - own.height - GAP
  const rtl = getComputedStyle(button).direction === 'rtl'
  const start = rtl ? from.right - own.width : from.left
  const left = Math.min(start, window.innerWidth - own.width - GAP)
  list.style.top = `${Math.max(GAP, Math.min(top, window.innerHeight - own.height - GAP))}px`
  list.style.left = `${Math.max(GAP, left)}px`
}

/** Puts the focus on the choice that holds, or on the first item. */
export function focusChosen(list: HTMLElement): void {
  const items = itemsOf(list)
  const chosen = items.find((item) => item.ariaChecked === 'true')
  ;(chosen ?? items[0])?.focus()
}

/** Moves through a menu's items by arrow keys, Home, End and first letters; Tab closes it. */
export function moveFocus(event: KeyboardEvent, list: HTMLElement): void {
  if (event.key === 'Tab') list.hidePopover()
  const items = itemsOf(list)
  const at = items.findIndex((item) => item.matches(':focus'))
  const to = target(event, items, at)
  if (to === undefined) return
  event.preventDefault()
  items[(to + items.length) % items.length]?.focus()
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
}

function target(event: KeyboardEvent, items: HTMLElement[], at: number): number | undefined {
  if (event.key === 'ArrowDown') return at + 1
  if (event.key === 'ArrowUp') return at < 0 ? items.length - 1 : at - 1
  if (event.key === 'Home') return 0
  if (event.key === 'End') return items.length - 1
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return undefined
  const letter = event.key.toLowerCase()
  const after = [...items.keys()].map((n) => (at + 1 + n) % items.length)
  return after.find((n) => items[n]?.textContent?.trim().toLowerCase().startsWith(letter))
}
