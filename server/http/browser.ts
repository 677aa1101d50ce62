import type { Request } from 'express'
import type { Config } from '../config.ts'
import { readCookie } from './cookies.ts'

/** The browser behind a request: the secrets of its session of before and of a log-in under way, and what kind it is. */
export type Browser = { secret: string | undefined; step: string | undefined; device: string; ip: string }

// the first that fits: most browsers also claim to be the ones below them
const browsers = [
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/EdgA?\/|EdgiOS\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
] as const

const first = (kinds: readonly (readonly [RegExp, string])[], text: string) =>
  kinds.find(([pattern]) => pattern.test(text))?.[1]

/**
 * As much of a User-Agent as tells one's own devices apart, such as "Firefox on Android": no versions and no models, so
 * that a list of sessions is no list of fingerprints. Empty where it is not known.
 */
const deviceOf = (userAgent: string): string =>
  [first(browsers, userAgent), first(systems, userAgent)].filter(Boolean).join(' on ')

/** Reads the browser behind a request. */
export const readBrowser = (config: Config, request: Request): Browser => ({
  secret: readCookie(config, request, 'session'),
  step: readCookie(config, request, 'step'),
  device: deviceOf(request.get('user-agent') ?? ''),
  ip: request.ip ?? '',
})
