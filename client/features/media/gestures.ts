import { createSignal } from 'solid-js'
import type { Point } from './focus.ts'
import { moved, type Stand, scaled, toggled, whole } from './zoom.ts'

/** Two presses this near in time and place are one double press. */
const DOUBLE = { ms: 320, pixels: 30 }

const between = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/**
 * Looking closely at one picture: by wheel, by two fingers, by pressing twice, and by keys. While it is whole, fingers
 * that go sideways are left to whoever turns the pages.
 */
export function looking() {
  const [stand, setStand] = createSignal<Stand>(whole)
  const fingers = new Map<number, Point>()
  let pressed = { at: 0, x: 0, y: 0 }

  /** A place on the screen, seen from the middle of the frame. */
  const inside = (frame: Element, { clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left, top, width, height } = frame.getBoundingClientRect()
    return { at: { x: clientX - left - width / 2, y: clientY - top - height / 2 }, room: { width, height } }
  }
  type Here = PointerEvent & { currentTarget: Element }

  const drag = (event: Here, before: Point, now: Point) => {
    const { room } = inside(event.currentTarget, event)
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
    if (!other) return setStand((known) => moved(known, { x: now.x - before.x, y: now.y - before.y }, room))
    const times = between(now, other) / Math.max(1, between(before, other))
    return setStand((known) => scaled(known, times, middle(now, other), room))
  }
  return {
    stand,
    reset: () => void setStand(whole),
    by: (times: number, frame: Element) => {
      const { width, height } = frame.getBoundingClientRect()
      setStand((known) => scaled(known, times, { x: 0, y: 0 }, { width, height }))
    },
    onWheel: (event: WheelEvent & { currentTarget: Element }) => {
      event.preventDefault()
      const { at, room } = inside(event.currentTarget, event)
      setStand((known) => scaled(known, Math.exp(-event.deltaY / 400), at, room))
    },
    onPointerDown: (event: Here) => {
      fingers.set(event.pointerId, inside(event.currentTarget, event).at)
      if (stand().scale > 1 || fingers.size > 1) event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: Here) => {
      const before = fingers.get(event.pointerId)
      if (!before) return
      const now = inside(event.currentTarget, event).at
      fingers.set(event.pointerId, now)
      if (stand().scale > 1 || fingers.size > 1) drag(event, before, now)
    },
    onPointerUp: (event: Here) => {
      const first = fingers.get(event.pointerId)
      fingers.delete(event.pointerId)
      const { at, room } = inside(event.currentTarget, event)
      const isDouble = event.timeStamp - pressed.at < DOUBLE.ms && between(pressed, at) < DOUBLE.pixels
      if (first && isDouble) setStand((known) => toggled(known, at, room))
      pressed = isDouble ? { at: 0, x: 0, y: 0 } : { at: event.timeStamp, ...at }
    },
    onPointerCancel: (event: Here) => void fingers.delete(event.pointerId),
  }
}
