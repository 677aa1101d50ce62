import { domainToASCII } from 'node:url'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import type { Cause } from '../errors.ts'

// RFC 5321's dot-atom without what gets round domain lists: quotes, `%` and commas
const local = /^[a-z0-9!#$&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$&'*+/=?^_`{|}~-]+)*$/i
const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]{2,59}|[a-z]{2,63})$/i

/** Reads a mail address; gives it with its domain in ASCII, or why it cannot be one. */
export function readAddress(text: string): { address: string } | { cause: Cause } {
  const trimmed = text.trim()
  if (trimmed === '') return { cause: { error: 'ERR_BLANK', description: 'Give a mail address.' } }
  const at = trimmed.lastIndexOf('@')
  const name = trimmed.slice(0, at)
  const host = domainToASCII(trimmed.slice(at + 1))
  if (trimmed.length > limits.email)
    return { cause: { error: 'ERR_TOO_LONG', description: 'This mail address is too long.' } }
  if (at > 0 && name.length <= 64 && local.test(name) && domain.test(host)) return { address: `${name}@${host}` }
  return { cause: { error: 'ERR_INVALID', description: 'This is no mail address. One looks like name@example.org.' } }
}

/** How a mail address is found without being readable; the same for two spellings of one address. */
export const emailHash = (ctx: Context, email: string) => ctx.vault.fingerprint('email', email.trim().toLowerCase())
