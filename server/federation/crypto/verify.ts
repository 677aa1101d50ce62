import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { createMemo } from '../../core/memo.ts'
import { limits } from '../../limits.ts'
import { addressOf } from '../vocab/json.ts'
import { type Claim, type Heard, headerNamed, headersNamed } from './heard.ts'
import { readMessageSignature } from './message-signature.ts'

/** `a="b",c=1` as a map; undefined where a name stands twice or something else stands between. */
export function readParameters(text: string): Map<string, string> | undefined {
  const found = new Map<string, string>()
  const part = /\s*([A-Za-z]{1,40})=(?:"([^"]*)"|(\d{1,16}))\s*(,|$)/y
  while (part.lastIndex < text.length) {
    const match = part.exec(text)
    const [, name = '', words, number] = match ?? []
    if (!match || found.has(name) || found.size > 12) return undefined
    found.set(name, words ?? number ?? '')
  }
  return found
}

const sha256Of = (text: string | undefined): string | undefined =>
  text
    ?.split(',')
    .map((one) => /^\s*sha-256=([A-Za-z0-9+/]{43}=)\s*$/i.exec(one)?.[1])
    .find((found) => found !== undefined)

/** draft-cavage-http-signatures as Mastodon has it: rsa-sha256 over the request's target, host, date and digest. */
function readCavage(heard: Heard, header: string): Claim | undefined {
  const parameters = readParameters(header)
  const keyId = addressOf(parameters?.get('keyId'))
  const signature = parameters?.get('signature')
  const algorithm = parameters?.get('algorithm') ?? 'hs2019'
  const names = (parameters?.get('headers') ?? 'date').toLowerCase().split(' ')
  if (!keyId || !signature || !['rsa-sha256', 'hs2019'].includes(algorithm)) return undefined
  const needed = ['(request-target)', 'host', 'date', ...(heard.method === 'POST' ? ['digest'] : [])]
  if (names.length > 20 || new Set(names).size < names.length || needed.some((name) => !names.includes(name)))
    return undefined
  const lines = names.map((name) => {
    const value =
      name === '(request-target)' ? `${heard.method.toLowerCase()} ${heard.target}` : headerNamed(heard, name)
    return value === undefined ? undefined : `${name}: ${value}`
  })
  const at = Date.parse(headerNamed(heard, 'date') ?? '')
  if (lines.includes(undefined) || !Number.isFinite(at) || headerNamed(heard, 'host') !== heard.host) return undefined
  return { keyId, signature, text: lines.join('\n'), at, digest: sha256Of(headerNamed(heard, 'digest')) }
}

/**
 * What a request's signature claims, in either way of signing; undefined where it is none that counts: malformed, of
 * another time (`now` in ms), not about this server, or silent about target, host, time or body. Cheap: no key is asked.
 */
export function readClaim(heard: Heard, now: number): Claim | undefined {
  const header = headerNamed(heard, 'signature')
  if (header === undefined || header.length > limits.federatedSignature) return undefined
  const claim =
    headersNamed(heard, 'signature-input').length > 0
      ? readMessageSignature(heard, header, now)
      : readCavage(heard, header)
  if (!claim || Math.abs(now - claim.at) > limits.federatedClock) return undefined
  if (heard.method === 'POST' && claim.digest === undefined) return undefined
  return claim
}

/** Whether bytes are those of which a claim speaks. */
export const isOfBody = ({ digest }: Pick<Claim, 'digest'>, body: Uint8Array): boolean =>
  digest !== undefined && createHash('sha256').update(body).digest('base64') === digest

const keys = createMemo<string, KeyObject | null>(500)

/** A key that is taken: RSA of a common length. */
function readKey(pem: string): KeyObject | null {
  const known = keys.get(pem)
  if (known !== undefined) return known
  let key: KeyObject | null = null
  try {
    const read = createPublicKey(pem)
    const bits = read.asymmetricKeyDetails?.modulusLength ?? 0
    if (read.asymmetricKeyType === 'rsa' && bits >= 1024 && bits <= 8192) key = read
  } catch {
    // what is no key verifies nothing
  }
  return keys.keep(pem, key)
}

/** Whether a claim holds under a public key (PEM). It never throws. */
export function isSignedBy({ text, signature }: Pick<Claim, 'text' | 'signature'>, pem: string): boolean {
  const key = readKey(pem)
  if (!key) return false
  try {
    return verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
