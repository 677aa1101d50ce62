import type { Point } from './focus.ts'

/** How a picture stands in its frame: how many times its size, and how far from the middle, in pixels. */
export interface Stand {
  scale: number
  x: number
  y: number
}

/** A picture as it is first seen. */
export const whole: Stand = { scale: 1, x: 0, y: 0 }

const MOST = 8

/** Below this a picture counts as whole: fingers are not exact. */
const NEARLY = 1.05

/** Keeps a picture's edges at or beyond its frame's. `room` is the frame's width and height. */
function held({ scale, x, y }: Stand, room: { width: number; height: number }): Stand {
  if (scale < NEARLY) return whole
  const most = (size: number) => (size * (scale - 1)) / 2
  const within = (value: number, size: number) => Math.min(most(size), Math.max(-most(size), value))
  return { scale, x: within(x, room.width), y: within(y, room.height) }
}

/** Makes it `times` as large, so that the point under the fingers (from the frame's middle) stays under them. */
export function scaled(stand: Stand, times: number, at: Point, room: { width: number; height: number }): Stand {
  const scale = Math.min(MOST, Math.max(1, stand.scale * times))
  const by = scale / stand.scale
  return held({ scale, x: at.x - (at.x - stand.x) * by, y: at.y - (at.y - stand.y) * by }, room)
}

/** Moves it. */
export const moved = (stand: Stand, by: Point, room: { width: number; height: number }): Stand =>
  held({ ...stand, x: stand.x + by.x, y: stand.y + by.y }, room)

/** Large to look closely, or whole again. */
export const toggled = (stand: Stand, at: Point, room: { width: number; height: number }): Stand =>
  stand.scale > 1 ? whole : scaled(stand, 2.5, at, room)
