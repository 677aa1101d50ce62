import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Express, Request } from 'express'

type Upgrade = { socket: Socket; head: Buffer; response: ServerResponse }

const upgrades = new WeakMap<IncomingMessage, Upgrade>()

/**
 * Sends a request for another protocol through the same doors as every other one, so that who asks, limits and refusals
 * are found out in one place; a refusal is an ordinary answer, after which the connection ends.
 */
export function throughDoors(app: Express) {
  return (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    // a server that listens on TCP is given sockets
    const socket = stream as Socket
    socket.on('error', () => socket.destroy())
    const response = new ServerResponse(request)
    response.shouldKeepAlive = false
    response.assignSocket(socket)
    response.on('finish', () => socket.end())
    upgrades.set(request, { socket, head, response })
    app(request, response)
  }
}

/** The connection behind a request for another protocol, taken from HTTP; undefined for an ordinary request. */
export function takeConnection(request: Request): { socket: Socket; head: Buffer } | undefined {
  const found = upgrades.get(request)
  if (!found) return undefined
  upgrades.delete(request)
  found.response.detachSocket(found.socket)
  return { socket: found.socket, head: found.head }
}
