import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { limits } from '../../limits.ts'
import type { Channel, Stream } from './channels.ts'
import { type Connection, type Hub, hubOf, keyOf } from './hub.ts'
import { createMessage, type Message } from './message.ts'
import { homesWith, laterHomesWith, listsWith, newestFrom, newestOf, reachOf, tagNamesOf } from './queries.ts'
import { type Kind, type Reach, readingsOf } from './readers.ts'

/** Some who listen, and to what. */
type Listeners = { kind: Kind; stream: Stream; detail: string; connections: Iterable<Connection> }

/** What goes to whom; made first and sent once the change is committed. */
type Delivery = { connection: Connection; channel: Channel; message: Message }

function atHome(ctx: Context, hub: Hub, statusId: number, later?: { accountId: number; after: number }): Listeners[] {
  const listening = hub.of('user')
  const ids = JSON.stringify([...listening.keys()].map(Number))
  const homes = later ? laterHomesWith(ctx.db, { statusId, ids, ...later }) : homesWith(ctx.db, { statusId, ids })
  return homes.map(({ id }) => {
    const detail = String(id)
    return { kind: 'home', stream: 'user', detail, connections: listening.get(detail) ?? [] }
  })
}

/** A list shows what its owner's home could show. */
function inLists(ctx: Context, hub: Hub, statusId: number): Listeners[] {
  const listening = hub.of('list')
  if (listening.size === 0) return []
  const ids = JSON.stringify([...listening.keys()].map(Number))
  return listsWith(ctx.db, { statusId, ids }).map(({ id }) => {
    const detail = String(id)
    return { kind: 'home', stream: 'list', detail, connections: listening.get(detail) ?? [] }
  })
}

function inThread(hub: Hub, statusId: number, { shownId, threadId }: Reach): Listeners[] {
  const detail = String(threadId)
  const connections = shownId === statusId ? hub.of('thread').get(detail) : undefined
  return connections ? [{ kind: 'thread', stream: 'thread', detail, connections }] : []
}

/** The public streams that a post belongs to: all, and those of where it was written; with pictures, theirs too. */
function streamsOf({ local, pictures }: Reach): Stream[] {
  const streams = ['public', local ? 'public:local' : 'public:remote'] as const
  return pictures ? streams.flatMap((stream) => [stream, `${stream}:media` as const]) : [...streams]
}

const tagStreams = ({ local }: Reach): Stream[] => (local ? ['hashtag', 'hashtag:local'] : ['hashtag'])

function inPublic(ctx: Context, hub: Hub, statusId: number, reach: Reach): Listeners[] {
  if (reach.visibility !== 'public') return []
  const ofTags = tagStreams(reach)
  const tags = ofTags.some((stream) => hub.of(stream).size > 0) ? tagNamesOf(ctx.db, { id: statusId }) : []
  const channels = [
    ...(reach.listed ? streamsOf(reach).map((stream) => ({ stream, detail: '' })) : []),
    ...tags.flatMap(({ name }) => ofTags.map((stream) => ({ stream, detail: name }))),
  ]
  return channels.map(({ stream, detail }) => {
    return { kind: 'everybody', stream, detail, connections: hub.of(stream).get(detail) ?? [] }
  })
}

/** Who is told of a post, each by what they listen to: only those whose list of that kind would show it to them. */
function deliveries(
  ctx: Context,
  statusId: number,
  messageOf: (reading: string) => Message,
  later?: { accountId: number; after: number },
): Delivery[] {
  const hub = hubOf(ctx)
  const reach = hub.size() > 0 ? reachOf(ctx.db, { id: statusId }) : undefined
  if (!reach) return []
  const listeners = atHome(ctx, hub, statusId, later)
  if (!later) {
    listeners.push(...inPublic(ctx, hub, statusId, reach), ...inLists(ctx, hub, statusId))
    listeners.push(...inThread(hub, statusId, reach))
  }
  const messages = new Map<string, Message>()
  const found: Delivery[] = []
  for (const [kind, some] of Map.groupBy(listeners, (one) => one.kind)) {
    const viewers = some.flatMap(({ connections }) => [...connections].map(({ viewer }) => viewer))
    const readings = readingsOf(ctx, { id: statusId, reach }, viewers, kind)
    for (const { stream, detail, connections } of some) {
      const key = keyOf({ stream, detail })
      for (const connection of connections) {
        const reading = readings.get(connection.viewer.accountId)
        const channel = connection.channels.get(key)
        if (reading === undefined || !channel) continue
        const message = messages.get(reading) ?? messageOf(reading)
        messages.set(reading, message)
        found.push({ connection, channel, message })
      }
    }
  }
  return found
}

function send(found: readonly Delivery[]): void {
  for (const { connection, channel, message } of found) connection.outlet.send(message, channel)
}

/** Tells of a new post. */
export const streamPost = (ctx: Context, { statusId }: { statusId: number }) =>
  send(deliveries(ctx, statusId, (reading) => createMessage('update', reading)))

/** Tells of a boost. */
export const streamBoost = (ctx: Context, { boostId }: Events['statusBoosted']) =>
  streamPost(ctx, { statusId: boostId })

/** Tells those whose homes were written later than the post. */
export const streamLater = (ctx: Context, { statusId, accountId, after }: Events['reachedHomes']) =>
  send(deliveries(ctx, statusId, (reading) => createMessage('update', reading), { accountId, after }))

/** Tells that a post changed. */
export const streamEdit = (ctx: Context, { statusId }: { statusId: number }) =>
  send(deliveries(ctx, statusId, (reading) => createMessage('status.update', reading)))

const leaving = new WeakMap<Context, Map<number, Delivery[]>>()

const notedOf = (ctx: Context) => {
  const noted = leaving.get(ctx) ?? new Map<number, Delivery[]>()
  leaving.set(ctx, noted)
  return noted
}

function whoSaw(ctx: Context, statusId: number): Delivery[] {
  const message = createMessage('delete', String(statusId))
  return deliveries(ctx, statusId, () => message)
}

function sendNoted(ctx: Context, key: number): void {
  send(leaving.get(ctx)?.get(key) ?? [])
  leaving.get(ctx)?.delete(key)
}

/** Notes who is to be told that a post is gone, while it is known who could see it. */
export function noteLeaving(ctx: Context, { statusId }: Events['statusLeaves']): void {
  const found = whoSaw(ctx, statusId)
  if (found.length > 0) notedOf(ctx).set(statusId, found)
}

/** Tells that a post is gone. */
export const streamLeft = (ctx: Context, { statusId }: Events['statusLeaves']) => sendNoted(ctx, statusId)

/** Notes who is to be told that the posts of somebody are gone: the newest, as they may stand on a screen. */
export function noteAllLeaving(ctx: Context, { accountId }: Events['accountRemoved']): void {
  if (hubOf(ctx).size() === 0) return
  const newest = newestOf(ctx.db, { accountId, most: limits.streamLeaving })
  notedOf(ctx).set(
    -accountId,
    newest.flatMap(({ id }) => whoSaw(ctx, id)),
  )
}

/** The same of whole servers. */
export function noteServersLeaving(ctx: Context, { domains, ref }: Events['serversVanishing']): void {
  if (hubOf(ctx).size() === 0) return
  const { streamLeaving: most, streamLeavingEach: each, streamLeavingTime } = limits
  const newest = newestFrom(ctx.db, { domains, most, each, since: ctx.now() - streamLeavingTime })
  const noted = notedOf(ctx)
  noted.set(-ref, [...(noted.get(-ref) ?? []), ...newest.flatMap(({ id }) => whoSaw(ctx, id))])
}

/** Tells that the posts of somebody are gone. */
export const streamAllLeft = (ctx: Context, { accountId }: Events['accountRemoved']) => sendNoted(ctx, -accountId)

/** Tells that the posts of whole servers are gone. */
export const streamServersLeft = (ctx: Context, { ref }: Events['serversVanishing']) => sendNoted(ctx, -ref)
