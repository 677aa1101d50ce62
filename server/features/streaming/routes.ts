import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { badRequest, forbidden, notFound, Refusal, unauthorized } from '../../core/errors.ts'
import { answer, Held } from '../../http/answer.ts'
import { flag } from '../../http/forms.ts'
import type { Authenticate } from '../../http/mount.ts'
import { isSameOrigin } from '../../http/origin.ts'
import { addressOf } from '../../http/rate-limit.ts'
import { get, type Route } from '../../http/route.ts'
import type { Scope } from '../../policies/scopes.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { type ChannelWish, channelFor } from './channels.ts'
import { beginEvents, eventOutlet } from './event-stream.ts'
import { type Connection, hubOf } from './hub.ts'
import { openSocket } from './socket.ts'

const wish = z.object({
  stream: z.string().optional(),
  tag: z.string().optional(),
  list: z.string().optional(),
  only_media: flag.optional(),
})

/** Who may listen at all: members, by a program's token, or by our own page's session where our own page asks. */
function checkListener(ctx: Context, request: Request, viewer: Viewer | undefined): Viewer {
  if (!viewer) throw unauthorized()
  if (viewer.state !== 'member') throw forbidden('Your login is currently pending approval', { code: 'waiting' })
  if (!viewer.scopes && !isSameOrigin(request, ctx.config.publicUrl)) throw forbidden()
  return viewer
}

function partsOf(ctx: Context, request: Request, viewer: Viewer, authenticate: Authenticate) {
  const renew = () => {
    try {
      const { viewer: now } = authenticate(ctx, request)
      return memberId(now) === viewer.accountId ? now : undefined
    } catch (thrown) {
      if (thrown instanceof Refusal) return undefined
      throw thrown
    }
  }
  const parts = { viewer, address: addressOf(ctx, request), renew }
  hubOf(ctx).checkRoom(parts)
  return parts
}

/** Server-sent events: one channel on one connection. */
function openEvents(ctx: Context, parts: Omit<Connection, 'outlet' | 'channels'>, wanted: ChannelWish): Held {
  const channel = channelFor(ctx, parts.viewer, wanted)
  return new Held((response) => {
    const connection: Connection = { ...parts, channels: new Map(), outlet: eventOutlet(response) }
    hubOf(ctx).open(connection)
    beginEvents(response)
    hubOf(ctx).listen(connection, channel)
    response.on('close', () => hubOf(ctx).drop(connection))
  })
}

const addresses = [
  'user',
  'user/notification',
  'public',
  'public/local',
  'public/remote',
  'hashtag',
  'hashtag/local',
  'direct',
  'list',
] as const

const scopes: Partial<Record<string, Scope>> = { 'user/notification': 'read:notifications', list: 'read:lists' }

/** The live streams: by WebSocket at one address, and by server-sent events at one for each. */
export const streamingRoutes = (authenticate: Authenticate): readonly Route[] => [
  get('/api/v1/streaming', { access: 'public', form: wish }, (ctx, { viewer, form, request }) => {
    if (request.get('upgrade')?.toLowerCase() !== 'websocket') throw notFound()
    const parts = partsOf(ctx, request, checkListener(ctx, request, viewer), authenticate)
    return new Held(() => openSocket(ctx, request, parts, form))
  }),
  get('/api/v1/streaming/health', { access: 'public' }, () =>
    answer('OK', { headers: { 'Content-Type': 'text/plain' } }),
  ),
  ...addresses.map((address) =>
    get(
      `/api/v1/streaming/${address}`,
      {
        access: 'member',
        scope: scopes[address] ?? 'read:statuses',
        form: wish,
      },
      (ctx, { viewer, form, request }) => {
        const media = address.startsWith('public') && form.only_media ? ':media' : ''
        const parts = partsOf(ctx, request, checkListener(ctx, request, viewer), authenticate)
        return openEvents(ctx, parts, { ...form, stream: `${address.replace('/', ':')}${media}` })
      },
    ),
  ),
  get('/api/v1/streaming/:other', { access: 'public' }, () => {
    throw badRequest('Unknown channel requested')
  }),
]
