/** Apple's keyboards say Command where others say Control. */
const isApple = () => /Mac|iP(hone|ad|od)/.test(navigator.userAgent)

/** How a shortcut is written for people: `Ctrl + Shift + X`, or with ⌘ on Apple's keyboards. */
export function shownKeys(keys: string): string {
  return keys
    .split('+')
    .map((key) => (key === 'Mod' ? (isApple() ? '⌘' : 'Ctrl') : key))
    .join(' + ')
}

/** How `aria-keyshortcuts` wants it: `Control+Shift+X`. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', isApple() ? 'Meta' : 'Control')
}

/** Whether a key press is `keys`, such as `Mod+Shift+X`; either of Control and Command counts as `Mod`. */
export function isShortcut(event: KeyboardEvent, keys: string): boolean {
  const wanted = keys.split('+')
  const key = wanted.at(-1) ?? ''
  return (
    (event.ctrlKey || event.metaKey) === wanted.includes('Mod') &&
    event.shiftKey === wanted.includes('Shift') &&
    !event.altKey &&
    event.key.toLowerCase() === key.toLowerCase()
  )
}
