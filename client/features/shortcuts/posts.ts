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
  return heldPost() ?? posts().find(isSeen)
}

/** Frames in which a list may still draw the post that a step leads to. */
const DRAWING = 30

/** Steps that were asked for before the list had drawn where they lead. */
let owed = 0

/** Goes on to the next post, or back to the one before; a step to one that is not drawn yet is made once it is. */
export function step(by: 1 | -1): boolean {
  const list = posts()
  const held = heldPost()
  const goal = held ? list[list.indexOf(held) + by] : list.find(isSeen)
  if (goal && owed === 0) return goTo(goal)
  if (!held || isLast(held, by)) return false
  owed += by
  if (owed !== by) return true
  // the list draws what is near the window
  held.scrollIntoView({ block: by > 0 ? 'end' : 'start' })
  requestAnimationFrame(() => stepOn(held, DRAWING))
  return true
}

const heldPost = () => document.activeElement?.closest<HTMLElement>('main [data-post]')

/** Whether a list ends with this post, seen in that direction. */
const isLast = (post: HTMLElement, by: 1 | -1) =>
  post.ariaPosInSet === (by > 0 ? post.ariaSetSize : '1') || post.ariaPosInSet === null

function goTo(post: HTMLElement): true {
  post.focus({ preventScroll: true })
  post.scrollIntoView({ block: 'nearest' })
  return true
}

/** Makes the steps that are owed as far as posts are drawn; whoever went elsewhere meanwhile is left there. */
function stepOn(from: HTMLElement, frames: number): void {
  const by = Math.sign(owed)
  const held = heldPost()
  const list = posts()
  const goal = held && list[list.indexOf(held) + by]
  if (held !== from || by === 0 || frames === 0) {
    owed = 0
    return
  }
  if (goal) {
    owed -= by
    goTo(goal)
  }
  requestAnimationFrame(() => stepOn(goal ?? from, goal ? DRAWING : frames - 1))
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

/** The number of the post that is being read. */
export const idOfCurrent = (): string | undefined =>
  currentPost()?.querySelector('[id^="time-"]')?.closest('a')?.getAttribute('href')?.split('/').at(-1)

/** The name of who wrote the post that is being read. */
export function authorOfCurrent(): string | undefined {
  const href = currentPost()?.querySelector('[id^="name-"]')?.getAttribute('href')
  return href ? decodeURIComponent(href).replace(/^\//, '') : undefined
}
