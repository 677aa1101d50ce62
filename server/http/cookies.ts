import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request } from 'express'
import type { Config } from '../config.ts'
import type { Cookie } from './answer.ts'

const onHttps = (config: Config) => config.publicUrl.startsWith('https:')

/** The full name: with `__Host-` on https, so that no other site of the domain can set it. */
const fullName = (config: Config, name: string) => (onHttps(config) ? `__Host-${name}` : name)

/** A cookie of ours, by its short name. */
export const readCookie = (config: Config, request: Request, name: string): string | undefined =>
  parseCookie(request.get('cookie') ?? '')[fullName(config, name)]

/** The Set-Cookie header: HttpOnly, SameSite=Lax, host-wide; `maxAge` in milliseconds. */
export function writeCookie(config: Config, { name, value, maxAge }: Cookie): string {
  return stringifySetCookie({
    name: fullName(config, name),
    value: value ?? '',
    httpOnly: true,
    sameSite: 'lax',
    secure: onHttps(config),
    path: '/',
    maxAge: value === undefined ? 0 : Math.floor((maxAge ?? 0) / 1000),
  })
}
