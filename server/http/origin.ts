import type { Request } from 'express'
import type { Config } from '../config.ts'
import { forbidden } from '../core/errors.ts'
import { readCookie } from './cookies.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether our own page sent this request: `Sec-Fetch-Site: same-origin`, or, where a browser does not say, an Origin
 * that is ours.
 */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = request.get('origin')
  return origin !== undefined && (origin === publicUrl || origin === `${request.protocol}://${request.get('host')}`)
}

/** Doors for our own pages alone: a stranger's page must not log anyone in, nor answer for them. */
const ownDoors = /^\/(auth|oauth\/(login|authorize))(\/|$)/

/**
 * Refuses a writing request that did not come from our own page, when it carries a cookie's power or knocks at one
 * of our own doors. A bearer token speaks for itself.
 */
export function checkOrigin(config: Config, request: Request): void {
  if (safe.has(request.method) || request.get('authorization') !== undefined) return
  const carriesPower = readCookie(config, request, 'session') !== undefined
  if (!carriesPower && !ownDoors.test(request.path)) return
  if (isSameOrigin(request, config.publicUrl)) return
  throw forbidden('This request did not come from our own page, so nothing was done. Reload the page and try again.', {
    code: 'cross_site',
  })
}
