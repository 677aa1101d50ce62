const COPIED = ['font', 'letterSpacing', 'lineHeight', 'padding', 'border', 'boxSizing', 'textTransform'] as const

/** Where the character at `at` of a field stands in the window, in pixels; a copy of the field is measured for it. */
export function placeOf(
  field: HTMLInputElement | HTMLTextAreaElement,
  at: number,
): { x: number; top: number; bottom: number } {
  const own = field.getBoundingClientRect()
  const look = getComputedStyle(field)
  const copy = document.createElement('div')
  for (const name of COPIED) copy.style[name] = look[name]
  copy.style.position = 'absolute'
  copy.style.visibility = 'hidden'
  copy.style.direction = look.direction
  copy.style.whiteSpace = field instanceof HTMLTextAreaElement ? 'pre-wrap' : 'pre'
  copy.style.overflowWrap = 'break-word'
  copy.style.width = `${own.width}px`
  copy.textContent = field.value.slice(0, at)
  const mark = document.createElement('span')
  mark.textContent = field.value.charAt(at) || '.'
  copy.append(mark)
  document.body.append(copy)
  const [outer, inner] = [copy.getBoundingClientRect(), mark.getBoundingClientRect()]
  copy.remove()
  const top = own.top + inner.top - outer.top - field.scrollTop
  const x = own.left + inner.left - outer.left - field.scrollLeft
  const bottom = Math.min(top + inner.height, own.bottom)
  return { x: Math.max(own.left, Math.min(x, own.right)), top: Math.max(top, own.top), bottom }
}
