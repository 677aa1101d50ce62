import type { RequestHandler } from 'express'

/**
 * A browser's streams can send no header, so that a program's token may also stand in the address or where WebSocket
 * names its protocol; from here on it is as if it had come in the header. Nowhere else is it taken from there.
 */
export const takeToken: RequestHandler = (request, _response, next) => {
  const { access_token: inAddress } = request.query
  const token = typeof inAddress === 'string' ? inAddress : request.get('sec-websocket-protocol')
  if (token && request.get('authorization') === undefined) request.headers.authorization = `Bearer ${token}`
  next()
}
