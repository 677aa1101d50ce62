import { onCleanup } from 'solid-js'

/** What comes in or goes at the top of the whole page moves nothing that is read further down: the window goes with it. */
export function keepReadingPlace(): void {
  const slips = document.getElementById('standing')
  if (!slips) return
  let [y, height] = [window.scrollY, slips.offsetHeight]
  const scrolled = () => {
    // while it is of another height than was answered for, the browser may have scrolled and not the reader
    if (slips.offsetHeight === height) y = window.scrollY
  }
  const observer = new ResizeObserver(() => {
    // some browsers have moved the window by then
    const left = slips.offsetHeight - height - (window.scrollY - y)
    height = slips.offsetHeight
    if (y > 0 && left !== 0) window.scrollBy(0, left)
  })
  observer.observe(slips)
  window.addEventListener('scroll', scrolled, { passive: true })
  onCleanup(() => {
    observer.disconnect()
    window.removeEventListener('scroll', scrolled)
  })
}
