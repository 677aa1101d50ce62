import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { bytesOf } from './core/bytes.ts'

/** A setting from the environment that cannot be used; its message says which, and how to mend it. */
export class BadSetting extends Error {}

/** Who may join: anyone, anyone after a look, only with an invite, nobody. */
export const registrationModes = ['open', 'approval', 'invite', 'closed'] as const
/** One of {@link registrationModes}. */
export type RegistrationMode = (typeof registrationModes)[number]

const flag = z
  .string()
  .optional()
  .transform((text) => text === '1' || text === 'true' || text === 'on')

const NAMED = ['true', 'false', 'loopback', 'linklocal', 'uniquelocal']

/** A number of proxies, a word for a kind of network, or addresses and networks parted by commas. */
const isProxy = (text: string) =>
  /^\d+$/.test(text) ||
  text.split(',').every((part) => {
    const [address = '', bits, ...rest] = part.trim().split('/')
    const known = isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits))
    return rest.length === 0 && (known || NAMED.includes(part.trim()))
  })

/** `off`, `system`, or the address of a resolver with or without a port. */
const isResolver = (text: string) =>
  ['off', 'system'].includes(text) || isIP(text) !== 0 || /^(\d+\.){3}\d+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i.test(text)

/** An address on this machine itself, by number, so that no name can lead elsewhere. */
const isOnThisMachine = (text: string) => /^(127(\.\d{1,3}){3}|\[::1\])$/.test(URL.parse(text)?.hostname ?? '')

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => URL.parse(url)?.pathname === '/')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  SECRETS_DIR: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  REGISTRATIONS: z.enum(registrationModes).optional(),
  TRUST_PROXY: z.string().refine(isProxy).default('loopback'),
  MEDIA_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  AUTHORIZED_FETCH: flag,
  MAIL_RESOLVER: z.string().refine(isResolver).default('off'),
  SCANNER_URL: z
    .url({ protocol: /^http$/ })
    .refine(isOnThisMachine)
    .optional(),
  DISK_BUDGET_GB: z.coerce.number().positive().optional(),
  FEDERATION_ALLOW_LOOPBACK: flag,
  TEST_CLOCK: flag,
})

/** What the operator chose; see the README for each. URLs have no slash at their end. */
export type Config = {
  host: string
  port: number
  publicUrl: string
  dataDir: string
  secretsDir: string
  smtpUrl: string | undefined
  registrations: RegistrationMode | undefined
  trustProxy: string | number | boolean
  mediaUrl: string | undefined
  logLevel: string
  rateLimits: boolean
  /** Whether it serves this machine alone, as trials do. */
  onLoopback: boolean
  /** Whether other servers have to sign what they ask, so that whom we do not speak with reads nothing. */
  authorizedFetch: boolean
  /** Who is asked which hosts take in a newcomer's mail: the system, a resolver by its address, or nobody. */
  mailResolver: string | undefined
  /** A scanner on this machine that is shown each new picture. */
  scanner: string | undefined
  /** Bytes that the database and what is kept from other servers may use together; wins over what is set in the browser. */
  diskBudget: number | undefined
  /** Whether requests to other servers may go to 127.0.0.0/8, for trials of several servers on one machine. */
  allowLoopback: boolean
  testClock: boolean
}

const HINTS: Record<string, string> = {
  HOST: 'an address of this machine, such as 127.0.0.1',
  PORT: 'a number from 0 to 65535',
  PUBLIC_URL: 'a full address without a path, such as https://left.example',
  SMTP_URL: 'an address such as smtps://user:password@mail.example',
  REGISTRATIONS: `one of ${registrationModes.join(', ')}`,
  TRUST_PROXY: 'how many proxies stand before it, or their addresses, such as 10.0.0.1,192.168.0.0/16',
  MEDIA_URL: 'a full address, such as https://media.left.example',
  LOG_LEVEL: 'one of silent, fatal, error, warn, info, debug, trace',
  RATE_LIMITS: 'on or off',
  MAIL_RESOLVER: 'off, system, or the address of a resolver, such as 127.0.0.1:53',
  SCANNER_URL: 'an address of this machine by number, such as http://127.0.0.1:9000/scan',
  DISK_BUDGET_GB: 'a number of gigabytes, such as 20',
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '')

const isLoopback = (url: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)

function readProxy(text: string): string | number | boolean {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  return text
}

/** Reads the settings from `env` (the process's environment). Throws {@link BadSetting}. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw new BadSetting(`${name} cannot be used as it is. Set it to ${HINTS[name] ?? 'another value'}.`)
  }
  const read = parsed.data
  const publicUrl = withoutSlash(read.PUBLIC_URL ?? `http://localhost:${read.PORT}`)
  const dataDir = resolve(read.DATA_DIR)
  const trials = {
    RATE_LIMITS: read.RATE_LIMITS === 'off',
    FEDERATION_ALLOW_LOOPBACK: read.FEDERATION_ALLOW_LOOPBACK,
    TEST_CLOCK: read.TEST_CLOCK,
  }
  for (const [name, on] of Object.entries(trials)) {
    if (on && !isLoopback(publicUrl)) {
      throw new BadSetting(`${name} is for trials on one box. Take it away, or set PUBLIC_URL to a loopback address.`)
    }
  }
  return {
    host: read.HOST,
    port: read.PORT,
    publicUrl,
    dataDir,
    secretsDir: resolve(read.SECRETS_DIR ?? `${dataDir}-secrets`),
    smtpUrl: read.SMTP_URL,
    registrations: read.REGISTRATIONS,
    trustProxy: readProxy(read.TRUST_PROXY),
    mediaUrl: read.MEDIA_URL ? withoutSlash(read.MEDIA_URL) : undefined,
    logLevel: read.LOG_LEVEL,
    rateLimits: read.RATE_LIMITS === 'on',
    onLoopback: isLoopback(publicUrl),
    authorizedFetch: read.AUTHORIZED_FETCH,
    mailResolver: read.MAIL_RESOLVER === 'off' ? undefined : read.MAIL_RESOLVER,
    scanner: read.SCANNER_URL,
    diskBudget: read.DISK_BUDGET_GB === undefined ? undefined : bytesOf(read.DISK_BUDGET_GB),
    allowLoopback: read.FEDERATION_ALLOW_LOOPBACK,
    testClock: read.TEST_CLOCK,
  }
}
