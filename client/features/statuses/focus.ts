/** The post after this one, or before it, where the focus goes when this one is gone. */
export function neighbourOf(id: string): string | undefined {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-post]')].map((post) => post.dataset.post)
  const at = shown.indexOf(id)
  return shown[at + 1] ?? shown[at - 1]
}

/** Puts the focus on a post, or on the page's heading where that is gone too. */
export function focusOn(id: string | undefined): void {
  const post = id && document.querySelector<HTMLElement>(`[data-post="${CSS.escape(id)}"]`)
  const goal = post || document.querySelector<HTMLElement>('h1')
  if (goal && goal.tabIndex !== 0) goal.tabIndex = -1
  goal?.focus({ preventScroll: true })
}
