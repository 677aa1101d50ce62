import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Express, Request, Response } from 'express'
import helmet from 'helmet'
import type { Config } from '../config.ts'

const crossOrigin = /^\/(api\/|\.well-known\/|nodeinfo\/|oauth\/(token|revoke|userinfo)$|@[^/]+$)/
const exposed = 'Link, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id, Deprecation'

function allowOtherPrograms(request: Request, response: Response, next: () => void): void {
  const isOurs = request.path.startsWith('/api/community/v1/admin')
  if (isOurs || !crossOrigin.test(request.path)) {
    next()
    return
  }
  response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': exposed })
  if (request.method !== 'OPTIONS') {
    next()
    return
  }
  response.set({
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key',
    'Access-Control-Max-Age': '86400',
  })
  response.status(204).end()
}

function keepPrivate(request: Request, response: Response, next: () => void): void {
  if (/^\/(api|auth|oauth)\//.test(request.path)) {
    response.set({ 'Cache-Control': 'private, no-store', Vary: 'Authorization, Origin, Cookie' })
  }
  next()
}

const directives = (media: readonly string[]) => ({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:', ...media],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
})

/** What helmet says, asked once: none of it depends on the request, and asking it each time costs as much as a query. */
function readHelmet(config: Config): Map<string, string> {
  const media = config.mediaUrl ? [new URL(config.mediaUrl).origin] : []
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  const say = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directives(media) },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
  })
  say(response.req, response, () => undefined)
  return new Map(response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]))
}

/**
 * The headers that stand on every answer: a policy without inline script or style, no framing, no sniffing, no
 * referrer; CORS without cookies where other programs call; nothing of the API in a shared cache.
 */
export function setHeaders(app: Express, config: Config): void {
  const everywhere = readHelmet(config)
  app.use((_request, response, next) => {
    response.setHeaders(everywhere)
    next()
  })
  app.use(allowOtherPrograms)
  app.use(keepPrivate)
}
