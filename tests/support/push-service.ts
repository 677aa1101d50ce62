import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PushMessage } from '../../shared/api/push.ts'

/** What came to the push service, as it came. */
export type Pushed = { path: string; headers: IncomingHttpHeaders; body: Buffer }

/** A device that a push service speaks for: only it can read what comes. */
export type Device = {
  endpoint: string
  /** What a browser hands to the page that asks. */
  subscription(standard: boolean): object
  /** Everything that came to it so far, read with its own key. */
  messages(): PushMessage[]
  raw(): Pushed[]
  /** What the service answers from now on. */
  answer(status: number): void
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer | string, bytes: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))

function open(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
}

type Keys = { ecdh: ReturnType<typeof createECDH>; auth: Buffer }

/** Reads a message as RFC 8291 has it, after its text and not after our code. */
export function readStandard({ ecdh, auth }: Keys, body: Buffer): string {
  const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)]
  const sender = body.subarray(21, 21 + length)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender])
  const secret = derive(ecdh.computeSecret(sender), auth, info, 32)
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12)
  const plain = open(key, nonce, body.subarray(21 + length))
  return plain.subarray(0, plain.lastIndexOf(2)).toString()
}

const field = (header: unknown, name: string) =>
  Buffer.from(new RegExp(`(?:^|;)\\s*${name}=([\\w-]+)`).exec(String(header))?.[1] ?? '', 'base64url')

/** Reads a message as draft-ietf-webpush-encryption-04 has it. */
function readLegacy({ ecdh, auth }: Keys, { headers, body }: Pushed): string {
  const [salt, sender] = [field(headers.encryption, 'salt'), field(headers['crypto-key'], 'dh')]
  const size = Buffer.from([0, 65])
  const context = Buffer.concat([Buffer.from('P-256\0'), size, ecdh.getPublicKey(), size, sender])
  const info = (name: string) => Buffer.concat([Buffer.from(`Content-Encoding: ${name}\0`), context])
  const secret = derive(ecdh.computeSecret(sender), auth, 'Content-Encoding: auth\0', 32)
  const plain = open(derive(secret, salt, info('aesgcm'), 16), derive(secret, salt, info('nonce'), 12), body)
  return plain.subarray(2 + plain.readUInt16BE(0)).toString()
}

/** The claims of who sends, once their signature was checked against the key that stands beside it. */
export function senderOf({ headers }: Pushed): { publicKey: string; aud: string; exp: number; sub: string } {
  const said = headers.authorization ?? ''
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(said) ?? /^WebPush ([^,]+)()$/.exec(said) ?? []
  const publicKey = key || field(headers['crypto-key'], 'p256ecdsa').toString('base64url')
  const point = Buffer.from(publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const jwk = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const [head = '', claims = '', signature = ''] = token.split('.')
  const signed = Buffer.from(signature, 'base64url')
  const isTheirs = verify('sha256', Buffer.from(`${head}.${claims}`), { key: jwk, dsaEncoding: 'ieee-p1363' }, signed)
  if (!isTheirs) throw new Error('the sender is not who it says')
  return { publicKey, ...JSON.parse(Buffer.from(claims, 'base64url').toString()) }
}

/** Starts a push service on this machine that keeps what it is given and hands it to its devices. */
export async function startPushService() {
  const came: Pushed[] = []
  const answers = new Map<string, number>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      came.push({ path, headers: request.headers, body: Buffer.concat(chunks) })
      response.writeHead(answers.get(path) ?? 201).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // a TCP server has an address object, never a pipe's name
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    device(): Device {
      const ecdh = createECDH('prime256v1')
      ecdh.generateKeys()
      const keys = { ecdh, auth: randomBytes(16) }
      const path = `/to/${randomBytes(8).toString('hex')}`
      const raw = () => came.filter((one) => one.path === path)
      const endpoint = origin + path
      return {
        endpoint,
        raw,
        subscription: (standard) => ({
          endpoint,
          standard,
          keys: { p256dh: ecdh.getPublicKey('base64url'), auth: keys.auth.toString('base64url') },
        }),
        messages: () =>
          raw().map((one) => {
            const legacy = one.headers['content-encoding'] === 'aesgcm'
            return JSON.parse(legacy ? readLegacy(keys, one) : readStandard(keys, one.body))
          }),
        answer: (status) => void answers.set(path, status),
      }
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
