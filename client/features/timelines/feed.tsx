import { createEffect, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua/solid'
import style from './feed.module.css'
import { moveBetweenPosts } from './feed-keys.ts'
import { leftPlace, type Place, rememberPlace } from './place.ts'

interface FeedProps {
  /** Which list this is, so that its place is found again. */
  name: string
  label: string
  ids: readonly string[]
  busy: boolean
  /** Whether more can be read at the end. */
  more: boolean
  onMore: () => void
  /** The item that the page is about: it comes to the top once what stands above it is there. */
  startAt?: string | undefined
  /** Told which item is first in the window, whenever it stands still; `undefined` above the list. */
  onPlace?: ((id: string | undefined) => void) | undefined
  /** A short list that is to be read as one: all of it is in the page. */
  whole?: boolean
  children: (id: string, place: { index: () => number; size: () => number }) => JSX.Element
}

/** How far before the end of the list the next page is read, as a margin round the window. */
const AHEAD = '0px 0px 200% 0px'

/** How far round the window posts are drawn, in pixels. */
const DRAWN_AROUND = 200

/** How high a post is that was not drawn yet, in pixels: taken for less, more of them are drawn at first than are seen. */
const USUAL_HEIGHT = 150

/** Posts one below another; only those near the window are in the page, and one comes back to where one was. */
export function Feed(props: FeedProps) {
  const [handle, setHandle] = createSignal<WindowVirtualizerHandle>()
  let feed: HTMLDivElement | undefined
  let first = props.ids[0]
  const { sizes, remember } = keepPlace(props, handle)
  const size = () => (props.more ? -1 : props.ids.length)

  /** New posts above what is being read must not push it down. */
  const shift = () => {
    const scrolledInto = (feed?.getBoundingClientRect().top ?? 0) < 0
    return scrolledInto && first !== undefined && props.ids[0] !== first && props.ids.includes(first)
  }
  createEffect(() => {
    first = props.ids[0]
  })
  const [margin, setMargin] = createSignal(DRAWN_AROUND)
  const drawAgain = () => setMargin((px) => (px === DRAWN_AROUND ? DRAWN_AROUND + 1 : DRAWN_AROUND))
  onMount(() => lookAgainWhenMoved(() => feed, drawAgain))
  const stands = () => {
    remember()
    const scrolledInto = (feed?.getBoundingClientRect().top ?? 0) < 0
    props.onPlace?.(scrolledInto ? firstInWindow()?.id : undefined)
  }

  return (
    <Show when={props.ids.length > 0}>
      <div
        ref={(element) => {
          feed = element
        }}
        class={style.feed}
        role="feed"
        aria-label={props.label}
        aria-busy={props.busy}
        onKeyDown={(event) => feed && moveBetweenPosts(event, feed)}
      >
        <Show
          when={props.whole}
          fallback={
            <WindowVirtualizer
              ref={setHandle}
              data={props.ids}
              bufferSize={margin()}
              itemSize={USUAL_HEIGHT}
              cache={sizes()}
              shift={shift()}
              onScrollEnd={stands}
            >
              {(id, index) => props.children(id, { index, size })}
            </WindowVirtualizer>
          }
        >
          <For each={props.ids}>{(id, index) => props.children(id, { index, size })}</For>
        </Show>
        <Show when={props.more}>
          <End ids={props.ids} onReach={props.onMore} />
        </Show>
      </div>
    </Show>
  )
}

/** Shows a list where it was left in this entry of the history, or where it is to start, and remembers where it is. */
function keepPlace(props: FeedProps, handle: () => WindowVirtualizerHandle | undefined) {
  const left = leftPlace(props.name)
  const unchanged = () => left !== undefined && left.ids.length === props.ids.length && left.ids[0] === props.ids[0]
  let started = false

  const remember = rememberPlace(() => {
    const anchor = firstInWindow()
    if (!anchor) return undefined
    const post = document.activeElement?.closest<HTMLElement>('[data-post]')?.dataset.post
    return { list: props.name, ids: props.ids, y: window.scrollY, sizes: handle()?.cache, post, anchor }
  })
  onMount(() => {
    if (!left) return
    if (unchanged()) holdAt(left.y)
    else scrollToAnchor(left, props.ids, handle())
    if (left.post) focusOn(left.post)
  })
  createEffect(() => {
    const index = props.startAt === undefined ? -1 : props.ids.indexOf(props.startAt)
    if (index <= 0 || left || started) return
    started = true
    queueMicrotask(() => {
      const list = handle()
      if (list) {
        list.scrollToIndex(index, { align: 'start' })
        holdPost(props.startAt, letGoOfHold())
      } else postOf(props.startAt)?.scrollIntoView()
    })
  })
  return { sizes: () => (unchanged() ? left?.sizes : undefined), remember }
}

/** Frames in which others may still move the window of a page that has just come back. */
const SETTLING = 3

/**
 * Scrolls to where the window was, and once more where it was moved on: the router goes to the last height that it saw
 * pass. Whoever scrolls by hand is let go.
 */
function holdAt(y: number): void {
  const hand = letGoOfHold()
  const hold = (frames: number) => {
    if (hand.signal.aborted) return
    if (Math.abs(window.scrollY - y) >= 1) window.scrollTo(0, y)
    if (frames > 0) requestAnimationFrame(() => hold(frames - 1))
    else hand.abort()
  }
  hold(SETTLING)
}

/** What ends as soon as somebody scrolls by hand. */
function letGoOfHold(): AbortController {
  const hand = new AbortController()
  for (const act of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(act, () => hand.abort(), { passive: true, signal: hand.signal })
  }
  return hand
}

/** Frames in which what stands above a post may still turn out higher than it was taken for. */
const MEASURING = 40

/** Keeps the top of a post at the top of the window while what stands above it is measured. */
function holdPost(id: string | undefined, hand: AbortController, frames = MEASURING): void {
  if (hand.signal.aborted) return
  const top = postOf(id)?.getBoundingClientRect().top ?? 0
  if (Math.abs(top) >= 1) window.scrollBy(0, top)
  if (frames > 0) requestAnimationFrame(() => holdPost(id, hand, frames - 1))
  else hand.abort()
}

function postOf(id: string | undefined): HTMLElement | null {
  return id === undefined ? null : document.querySelector<HTMLElement>(`[data-post="${CSS.escape(id)}"]`)
}

function firstInWindow(): Place['anchor'] | undefined {
  for (const post of document.querySelectorAll<HTMLElement>('[data-post]')) {
    const { top, bottom } = post.getBoundingClientRect()
    // less than a pixel of it is nothing that somebody reads
    if (bottom > 1 && post.dataset.post) return { id: post.dataset.post, top }
  }
  return undefined
}

/** The list has changed since: what was first in the window comes back to the same height. */
function scrollToAnchor({ anchor }: Place, ids: readonly string[], list: WindowVirtualizerHandle | undefined): void {
  const index = ids.indexOf(anchor.id)
  if (index > 0) list?.scrollToIndex(index, { align: 'start', offset: -anchor.top })
}

/**
 * Which posts are near the window depends on where the list begins, which is looked at only when the window scrolls: what
 * comes or goes above it is told as a scroll. A scroll that went nowhere draws nothing, so the list is drawn again, too.
 */
function lookAgainWhenMoved(feed: () => HTMLElement | undefined, drawAgain: () => void): void {
  let top = 0
  const observer = new ResizeObserver(() => {
    const now = Math.round((feed()?.getBoundingClientRect().top ?? 0) + window.scrollY)
    if (now === top) return
    top = now
    window.dispatchEvent(new Event('scroll'))
    drawAgain()
  })
  for (const around of [document.body, document.querySelector('main')]) if (around) observer.observe(around)
  onCleanup(() => observer.disconnect())
}

/** The end of what is there; when it comes near, more is read. It looks again after each page. */
function End(props: { ids: readonly string[]; onReach: () => void }) {
  let mark: HTMLDivElement | undefined
  createEffect(() => {
    void props.ids.length
    if (!mark) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) props.onReach()
      },
      { rootMargin: AHEAD },
    )
    observer.observe(mark)
    onCleanup(() => observer.disconnect())
  })
  return (
    <div
      ref={(element) => {
        mark = element
      }}
      class={style.end}
    />
  )
}

/** Gives the focus back to a post once the list has drawn it. */
function focusOn(post: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => postOf(post)?.focus({ preventScroll: true })))
}
