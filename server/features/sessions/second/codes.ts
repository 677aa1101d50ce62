import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Context } from '../../../context.ts'
import { openIfOurs } from '../../../core/crypto.ts'
import { limits } from '../../../limits.ts'
import { checkAttempts, noteFailure } from '../attempts.ts'
import { codeAppOf, deleteRecoveryCodes, insertRecoveryCode, takeCode, takeRecoveryCode } from './queries.ts'

/** Codes of six digits that change every half minute (RFC 6238): what every such app understands. */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const

const codesOf = (secret: string, label = '', issuer = '') =>
  new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret), label, issuer })

/** A new secret for an app, and the address by which an app reads it from a picture. */
export function newAppSecret(label: string, issuer: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32
  return { secret, uri: codesOf(secret, label, issuer).toString() }
}

/** Takes a code of somebody's app, once; one half minute early or late is forgiven. */
export function takeAppCode(ctx: Context, accountId: number, code: string): boolean {
  const app = codeAppOf(ctx.db, { accountId })
  if (!app || !/^\d{6}$/.test(code)) return false
  const now = { timestamp: ctx.now() }
  const secret = openIfOurs(ctx.vault, app.secret)
  const delta = secret === undefined ? null : codesOf(secret).validate({ token: code, window: 1, ...now })
  if (delta === null) return false
  return takeCode(ctx.db, { accountId, step: TOTP.counter({ period: SHAPE.period, ...now }) + delta }) > 0
}

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const five = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')

/** Under the server's key: whoever takes the database alone cannot try codes against it. */
const hashOf = (ctx: Context, accountId: number, code: string) =>
  ctx.vault.fingerprint('recovery-code', `${accountId} ${code}`)

/** Makes somebody's recovery codes anew; this is the only time that they can be read. */
export function newRecoveryCodes(ctx: Context, accountId: number): string[] {
  deleteRecoveryCodes(ctx.db, { accountId })
  const codes = Array.from({ length: limits.recoveryCodes }, () => `${five()}-${five()}`)
  for (const code of codes) insertRecoveryCode(ctx.db, { accountId, hash: hashOf(ctx, accountId, code) })
  return codes
}

function takeRecovery(ctx: Context, accountId: number, typed: string): boolean {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (plain.length !== 10) return false
  const code = `${plain.slice(0, 5)}-${plain.slice(5)}`
  return takeRecoveryCode(ctx.db, { accountId, hash: hashOf(ctx, accountId, code), now: ctx.now() }) > 0
}

/**
 * Whether a typed code opens the second step: of the app, or for recovery; either is used up by it. Throws 429 after too
 * many wrong ones for this person in an hour, from wherever they come.
 */
export function takeTypedCode(ctx: Context, accountId: number, typed: string): boolean {
  const key = `second step of ${accountId}`
  checkAttempts(ctx, key, { most: limits.codeFailures, refusal: 'Too many wrong codes. Wait an hour, then try again.' })
  const code = typed.replace(/\s/g, '')
  const confirmed = codeAppOf(ctx.db, { accountId })?.confirmedAt
  const right =
    (typeof confirmed === 'number' && takeAppCode(ctx, accountId, code)) || takeRecovery(ctx, accountId, code)
  if (!right) noteFailure(ctx, key)
  return right
}
