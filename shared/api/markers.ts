import type { Marker } from './wire.ts'

/** The lists in which a place is kept. */
export type MarkedTimeline = 'home' | 'notifications'

/** Where somebody stopped reading, in each list that was asked for. */
export type Markers = Partial<Record<MarkedTimeline, Marker>>
