import { createPrivateKey, sign } from 'node:crypto'
import type { SenderKey } from './protocol.ts'

/** How long a push service may take our word, in seconds: half of what RFC 8292 allows. */
const LASTS = 12 * 60 * 60

const inBase64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Says to the push service of an address who sends, signed (RFC 8292); `now` in ms. */
export function signSender(endpoint: string, { publicKey, privateKey, contact }: SenderKey, now: number): string {
  const point = Buffer.from(publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const key = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x, y, d: privateKey }, format: 'jwk' })
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + LASTS, sub: contact }
  const said = `${inBase64({ typ: 'JWT', alg: 'ES256' })}.${inBase64(claims)}`
  return `${said}.${sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}
