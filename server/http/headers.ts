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

/**
 * The headers that stand on every answer: a policy without inline script or style, no framing, no sniffing, no
 * referrer; CORS without cookies where other programs call; nothing of the API in a shared cache.
 */
export function setHeaders(app: Express, config: Config): void {
  const media = config.mediaUrl ? [new URL(config.mediaUrl).origin] : []
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
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
        },
      },
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: config.publicUrl.startsWith('https:'),
    }),
  )
  app.use(allowOtherPrograms)
  app.use(keepPrivate)
}
