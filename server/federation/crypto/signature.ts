import { createHash, type KeyObject, sign } from 'node:crypto'

/** How a request is signed: draft-cavage-http-signatures, or RFC 9421 where a server takes nothing else. */
export type Scheme = 'cavage' | 'rfc9421'

/** A request as far as its signature speaks of it; `date` in ms. */
export type ToSign = { method: 'GET' | 'POST'; url: string | URL; body?: Buffer | string; date: number }

/** With what is signed. */
export type Signer = { keyId: string; privateKey: KeyObject | string }

const sha256 = (body: Buffer | string) => createHash('sha256').update(body).digest('base64')

const signed = (text: string, { privateKey }: Signer) =>
  sign('sha256', Buffer.from(text), privateKey).toString('base64')

/** The headers that sign a request. What they speak of (host, date, digest) stands among them. */
export function signatureHeaders(scheme: Scheme, signer: Signer, what: ToSign): Record<string, string> {
  return scheme === 'cavage' ? byCavage(signer, what) : byMessageSignature(signer, what)
}

/** As Mastodon writes and reads it: rsa-sha256 over (request-target), host, date and, with a body, its digest. */
function byCavage(signer: Signer, { method, url: address, body, date }: ToSign): Record<string, string> {
  const url = new URL(address)
  const headers: Record<string, string> = { host: url.host, date: new Date(date).toUTCString() }
  if (body !== undefined) headers.digest = `SHA-256=${sha256(body)}`
  const names = ['(request-target)', ...Object.keys(headers)]
  const target = `${method.toLowerCase()} ${url.pathname}${url.search}`
  const text = names.map((name) => `${name}: ${headers[name] ?? target}`).join('\n')
  const parts = [
    `keyId="${signer.keyId}"`,
    'algorithm="rsa-sha256"',
    `headers="${names.join(' ')}"`,
    `signature="${signed(text, signer)}"`,
  ]
  return { ...headers, signature: parts.join(',') }
}

/** RFC 9421 with rsa-v1_5-sha256 and RFC 9530's Content-Digest. */
function byMessageSignature(signer: Signer, { method, url: address, body, date }: ToSign): Record<string, string> {
  const url = new URL(address)
  const digest = body === undefined ? undefined : `sha-256=:${sha256(body)}:`
  const covered: [string, string][] = [
    ['@method', method],
    ['@target-uri', url.href],
  ]
  if (digest !== undefined) covered.push(['content-digest', digest])
  const names = covered.map(([name]) => `"${name}"`).join(' ')
  const parameters = `(${names});created=${Math.floor(date / 1000)};keyid="${signer.keyId}";alg="rsa-v1_5-sha256"`
  const lines = covered.map(([name, value]) => `"${name}": ${value}`)
  const text = [...lines, `"@signature-params": ${parameters}`].join('\n')
  return {
    ...(digest !== undefined && { 'content-digest': digest }),
    date: new Date(date).toUTCString(),
    'signature-input': `sig1=${parameters}`,
    signature: `sig1=:${signed(text, signer)}:`,
  }
}
