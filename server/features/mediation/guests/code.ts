import type { Context } from '../../../context.ts'

/** Letters and digits that are not taken for each other. */
const ALPHABET = 'ABCDEFGHJKMNPQRTUVWXY346789'
const LENGTH = 8

/** The code of one browser at the door: it follows from the browser's secret, so that it need not be kept. */
export const codeFor = (ctx: Context, secret: string): string =>
  [...ctx.vault.fingerprint('case code', secret).subarray(0, LENGTH)]
    .map((byte) => ALPHABET.charAt(byte % ALPHABET.length))
    .join('')

/** A code as it is read and typed. */
export const spelt = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`

/** The code in what somebody typed, in capitals; undefined where it can be none. */
export function codeOf(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, '')
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined
}

/** What a code is found by. */
export const fingerprintOf = (ctx: Context, code: string): Buffer => ctx.vault.fingerprint('case code given', code)
