import type { Writable } from 'node:stream'
import { limits } from '../../limits.ts'

let held = new Set<Writable>()

function letGo(): void {
  const ready = held
  held = new Set()
  for (const wire of ready) wire.uncork()
}

/**
 * Holds what is written to a listener for a moment, so that what follows closely goes out with it: of the time that an
 * event costs, most goes into one write to the network for each who hears it.
 */
export function holdTogether(wire: Writable): void {
  if (held.has(wire)) return
  if (held.size === 0) setTimeout(letGo, limits.streamTogether)
  held.add(wire)
  wire.cork()
}
