import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import { Refusal } from '../../core/errors.ts'
import { onAccessEnded } from '../../db/access.ts'
import { versionOf } from '../../db/version.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import type { Channel, Stream } from './channels.ts'
import type { Message } from './message.ts'

/** The way to one listener, whatever it speaks. */
export type Outlet = {
  send(message: Message, channel: Channel): void
  /** A sign of life; false where the other side gave none since the last. */
  beat(): boolean
  end(): void
}

/** One open stream: who listens to what. `renew` finds out anew who that is, and undefined once it is nobody. */
export type Connection = {
  viewer: Viewer
  address: string
  renew: () => Viewer | undefined
  outlet: Outlet
  channels: Map<string, Channel>
}

/** All open streams of one server. */
export type Hub = {
  /** Throws 429 where one person or address has as many streams as they may. */
  checkRoom(who: Pick<Connection, 'viewer' | 'address'>): void
  open(connection: Connection): void
  drop(connection: Connection): void
  listen(connection: Connection, channel: Channel): void
  leave(connection: Connection, channel: Channel): void
  /** The details of a stream that are listened to, with their listeners. */
  of(stream: Stream): ReadonlyMap<string, ReadonlySet<Connection>>
  size(): number
  close(): void
}

/** Another process (the admin command) may end an access too: looked for this often. */
const LOOK = SECOND
const nobody: ReadonlyMap<string, ReadonlySet<Connection>> = new Map()

const hubs = new WeakMap<Context, Hub>()

/** The hub of one server, made at its first use. */
export function hubOf(ctx: Context): Hub {
  const hub = hubs.get(ctx) ?? createHub(ctx)
  hubs.set(ctx, hub)
  return hub
}

/** Under which key a connection keeps a channel. */
export const keyOf = ({ stream, detail }: Pick<Channel, 'stream' | 'detail'>): string => `${stream} ${detail}`

/** Who listens to what. */
function createListening() {
  const streams = new Map<Stream, Map<string, Set<Connection>>>()
  return {
    of: (stream: Stream) => streams.get(stream) ?? nobody,
    listen(connection: Connection, channel: Channel): void {
      connection.channels.set(keyOf(channel), channel)
      const details = streams.get(channel.stream) ?? new Map<string, Set<Connection>>()
      streams.set(channel.stream, details)
      const listeners = details.get(channel.detail) ?? new Set<Connection>()
      details.set(channel.detail, listeners.add(connection))
    },
    leave(connection: Connection, channel: Channel): void {
      connection.channels.delete(keyOf(channel))
      const listeners = streams.get(channel.stream)?.get(channel.detail)
      listeners?.delete(connection)
      if (listeners?.size === 0) streams.get(channel.stream)?.delete(channel.detail)
    },
  }
}

/** What of the database's version other processes change. */
const changesOfOthers = (ctx: Context) => versionOf(ctx.db).split(' ')[1] ?? ''

/** Runs `look` and `beat` from time to time while somebody listens. */
function createPulse(look: () => void, beat: () => void) {
  let timers: NodeJS.Timeout[] = []
  return {
    begin() {
      if (timers.length === 0) timers = [setInterval(look, LOOK).unref(), setInterval(beat, limits.streamBeat).unref()]
    },
    end() {
      for (const timer of timers) clearInterval(timer)
      timers = []
    },
  }
}

function createHub(ctx: Context): Hub {
  const open = new Set<Connection>()
  const listening = createListening()
  let version = changesOfOthers(ctx)

  function drop(connection: Connection): void {
    if (!open.delete(connection)) return
    for (const channel of [...connection.channels.values()]) listening.leave(connection, channel)
    connection.outlet.end()
    if (open.size === 0) pulse.end()
  }

  /** Whoever may not listen any more is let go at once. */
  function recheck(): void {
    for (const connection of [...open]) {
      const viewer = connection.renew()
      if (viewer) connection.viewer = viewer
      else drop(connection)
    }
  }

  function look(): void {
    const now = changesOfOthers(ctx)
    if (now !== version) recheck()
    version = now
  }

  function beat(): void {
    recheck()
    for (const connection of [...open]) if (!connection.outlet.beat()) drop(connection)
  }

  const pulse = createPulse(look, beat)
  onAccessEnded(ctx.db, recheck)
  return {
    ...listening,
    checkRoom: (who) => ctx.config.rateLimits && checkRoom(open, who),
    open(connection) {
      open.add(connection)
      pulse.begin()
    },
    drop,
    size: () => open.size,
    close: () => [...open].forEach(drop),
  }
}

function checkRoom(open: ReadonlySet<Connection>, { viewer, address }: Pick<Connection, 'viewer' | 'address'>): void {
  let [ofPerson, ofAddress] = [0, 0]
  for (const other of open) {
    if (other.viewer.accountId === viewer.accountId) ofPerson += 1
    if (other.address === address) ofAddress += 1
  }
  if (ofPerson < limits.streamsPerPerson && ofAddress < limits.streamsPerAddress) return
  throw new Refusal(429, 'Too many streams are open. Close one and try again.')
}
