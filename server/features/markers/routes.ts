import { z } from 'zod'
import type { Markers } from '../../../shared/api/markers.ts'
import type { Marker } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { listOf } from '../../http/forms.ts'
import { get, post, type Route } from '../../http/route.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { markedTimelines, markersOf, putMarker } from './queries.ts'

const wish = z.object({ timeline: listOf(z.string(), 10).default([]) })
const lastRead = z.coerce.string().regex(/^\d{1,16}$/, { error: 'has to be the id of a post or a notification' })
const place = z.object({ last_read_id: lastRead.transform(Number) }).optional()
const places = z.object({ home: place, notifications: place })

// some clients fail where nothing was ever read and the answer is empty
const neverRead: Marker = { last_read_id: '0', version: 0, updated_at: new Date(0).toISOString() }

function readMarkers(ctx: Context, { accountId: me }: Viewer, timelines: readonly string[]): Markers {
  const markers: Markers = { notifications: neverRead }
  for (const { timeline, lastReadId, version, updatedAt } of markersOf(ctx.db, { me })) {
    if (timeline !== 'notifications' && !timelines.includes(timeline)) continue
    markers[timeline] = {
      last_read_id: String(lastReadId),
      version,
      updated_at: new Date(updatedAt).toISOString(),
    }
  }
  return markers
}

function keepMarkers(ctx: Context, viewer: Viewer, form: z.infer<typeof places>): Markers {
  return ctx.transact(() => {
    const given = markedTimelines.filter((timeline) => form[timeline] !== undefined)
    for (const timeline of given) {
      const lastReadId = form[timeline]?.last_read_id ?? 0
      putMarker(ctx.db, { me: viewer.accountId, timeline, lastReadId, now: ctx.now() })
    }
    const markers = readMarkers(ctx, viewer, given)
    if (given.length > 0) ctx.emit('markersMoved', { accountId: viewer.accountId, markers })
    return markers
  })
}

/** Where people stopped reading; an answer always has a place for `notifications`. */
export const markerRoutes: readonly Route[] = [
  get('/api/v1/markers', { access: 'member', scope: 'read:statuses', form: wish }, (ctx, { viewer, form }) =>
    readMarkers(ctx, viewer, form.timeline),
  ),
  post('/api/v1/markers', { access: 'member', scope: 'write:statuses', form: places }, (ctx, { viewer, form }) =>
    keepMarkers(ctx, viewer, form),
  ),
]
