import type { Deed } from './table.ts'

/** What a deed presses in the post: the first of these that is there. */
const pressed: Partial<Record<Deed, string>> = {
  open: '[id^="time-"]',
  author: '[id^="name-"]',
  reply: '[data-reply]',
  boost: '[data-act="reblog"]',
  favourite: '[data-act="favourite"]',
  bookmark: '[data-act="bookmark"]',
  more: '[aria-haspopup="menu"]',
  unfold: 'summary',
  reveal: '[data-act="reveal"]',
  media: '[data-act="media"]',
}

const posts = () => [...document.querySelectorAll<HTMLElement>('main [data-post]')]

const isSeen = (post: HTMLElement) => {
  const { top, bottom } = post.getBoundingClientRect()
  return bottom > 0 && top >= 0 && top < innerHeight
}

/** The post that is being read: the one with the focus, else the first whose beginning is on the screen. */
function currentPost(): HTMLElement | undefined {
  const held = document.activeElement?.closest<HTMLElement>('main [data-post]')
  return held ?? posts().find(isSeen)
}

/** Goes on to the next post, or back to the one before. */
export function step(by: 1 | -1): boolean {
  const list = posts()
  const held = document.activeElement?.closest<HTMLElement>('[data-post]')
  const goal = held ? list[list.indexOf(held) + by] : list.find(isSeen)
  if (!goal) return false
  goal.focus({ preventScroll: true })
  goal.scrollIntoView({ block: 'nearest' })
  return true
}

/** Does a deed with the post that is being read, by the very button that a finger would press. */
export function press(deed: Deed): boolean {
  const selector = pressed[deed]
  const target = selector && currentPost()?.querySelector<HTMLElement>(selector)
  if (!target) return false
  // so that what opens gives the focus back to where one was
  if (deed !== 'unfold') target.focus({ preventScroll: true })
  target.click()
  return true
}

/** The name of who wrote the post that is being read. */
export function authorOfCurrent(): string | undefined {
  const href = currentPost()?.querySelector('[id^="name-"]')?.getAttribute('href')
  return href ? decodeURIComponent(href).replace(/^\//, '') : undefined
}
