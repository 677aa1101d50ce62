/**
 * Page Down and Page Up go from post to post while the focus came into the feed by the keyboard (the ARIA feed
 * pattern); after a press of the mouse they scroll as everywhere.
 */
export function moveBetweenPosts(event: KeyboardEvent, feed: HTMLElement): void {
  const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0
  const from = event.target
  if (step === 0 || !(from instanceof HTMLElement) || !from.matches(':focus-visible')) return
  if (from.matches('input, textarea')) return
  const posts = [...feed.querySelectorAll<HTMLElement>('[data-post]')]
  const at = posts.findIndex((post) => post.contains(from))
  const next = posts[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}
