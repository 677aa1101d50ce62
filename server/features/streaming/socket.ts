import type { Duplex } from 'node:stream'
import type { Request } from 'express'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { Refusal } from '../../core/errors.ts'
import { describe } from '../../core/log.ts'
import { takeConnection } from '../../http/upgrade.ts'
import { limits } from '../../limits.ts'
import { type ChannelWish, channelFor } from './channels.ts'
import { type Connection, hubOf } from './hub.ts'
import { holdTogether } from './together.ts'

const POLICY = 1008
const BINARY = 1003

/** Longer than anything a client has to say. */
const LONGEST = 4096

const said = z.object({
  type: z.enum(['subscribe', 'unsubscribe']),
  stream: z.string(),
  tag: z.string().optional(),
  list: z.coerce.string().optional(),
  thread: z.coerce.string().optional(),
})

const sockets = new WebSocketServer({
  noServer: true,
  maxPayload: LONGEST,
  perMessageDeflate: false,
  // a token may stand where the protocol does, as a browser can send no header; it has to be given back
  handleProtocols: (protocols) => protocols.values().next().value ?? false,
})

/** Speaks WebSocket with a request that asked for it: many channels on one connection. */
export function openSocket(
  ctx: Context,
  request: Request,
  parts: Omit<Connection, 'outlet' | 'channels'>,
  first: ChannelWish,
) {
  const taken = takeConnection(request)
  if (!taken) return
  sockets.handleUpgrade(request, taken.socket, taken.head, (socket) => {
    const connection: Connection = { ...parts, channels: new Map(), outlet: outletOf(socket, taken.socket) }
    const hub = hubOf(ctx)
    socket.on('error', () => socket.terminate())
    socket.on('close', () => hub.drop(connection))
    socket.on('message', (data, isBinary) => {
      if (isBinary) socket.close(BINARY)
      else answer(ctx, connection, socket, String(data))
    })
    hub.open(connection)
    if (first.stream !== undefined) change(ctx, connection, socket, 'subscribe', first)
  })
}

function outletOf(socket: WebSocket, wire: Duplex): Connection['outlet'] {
  let alive = true
  socket.on('pong', () => {
    alive = true
  })
  return {
    send(message, channel) {
      if (socket.readyState !== socket.OPEN) return
      if (wire.writableLength > limits.streamBacklog) return socket.terminate()
      holdTogether(wire)
      // a frame that is the same for all is made once, which the library would do for each
      wire.write(message.socketFrame(channel))
    },
    beat() {
      const answered = alive
      alive = false
      if (answered && socket.readyState === socket.OPEN) socket.ping()
      return answered
    },
    end() {
      if (socket.readyState !== socket.OPEN) return socket.terminate()
      socket.close(POLICY)
      // who does not say goodbye is not waited for
      setTimeout(() => socket.terminate(), 1000).unref()
    },
  }
}

function answer(ctx: Context, connection: Connection, socket: WebSocket, text: string): void {
  const read = said.safeParse(parse(text))
  if (!read.success) refuse(socket, 400, 'This message is not understood.')
  else change(ctx, connection, socket, read.data.type, read.data)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function change(
  ctx: Context,
  connection: Connection,
  socket: WebSocket,
  type: 'subscribe' | 'unsubscribe',
  wish: ChannelWish,
) {
  try {
    const channel = channelFor(ctx, connection.viewer, wish)
    if (type === 'unsubscribe') hubOf(ctx).leave(connection, channel)
    else if (connection.channels.size < limits.streamChannels) hubOf(ctx).listen(connection, channel)
    else refuse(socket, 429, 'Too many channels on one stream.')
  } catch (thrown) {
    if (thrown instanceof Refusal) return refuse(socket, thrown.status, thrown.message)
    ctx.log.error({ problem: describe(thrown) }, 'stream failed')
    refuse(socket, 500, 'Something went wrong here, and it was logged.')
  }
}

const refuse = (socket: WebSocket, status: number, error: string) => socket.send(JSON.stringify({ error, status }))
