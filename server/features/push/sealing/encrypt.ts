import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** Who receives: their public key (65 bytes) and the secret that only they and we know (16 bytes). */
export type Receiver = { publicKey: Buffer; auth: Buffer }

/** What is made anew for each message, and given in tests of known answers. */
export type Fresh = { privateKey?: Buffer; salt?: Buffer }

/** Every message is made so long (bytes), or a multiple, so that its length tells nothing of what it says. */
const PADDED = 1024
/** The record of a message, and the most that a push service has to take (RFC 8291, 4). */
const RECORD = 4096

const derive = (secret: Buffer, salt: Buffer, info: string | Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))

function gcm(key: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function agree({ publicKey }: Receiver, { privateKey, salt = randomBytes(16) }: Fresh) {
  const own = createECDH('prime256v1')
  if (privateKey) own.setPrivateKey(privateKey)
  else own.generateKeys()
  return { salt, own: own.getPublicKey(), shared: own.computeSecret(publicKey) }
}

const paddingFor = (length: number, padded: number) => (padded - (length % padded)) % padded

/** Seals a text as RFC 8291 has it; the body begins with all that the receiver needs. Throws for a key that is none. */
export function sealStandard(receiver: Receiver, text: Buffer, fresh: Fresh = {}, padded = PADDED): Buffer {
  const { salt, own, shared } = agree(receiver, fresh)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), receiver.publicKey, own])
  const secret = derive(shared, receiver.auth, info, 32)
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12)
  const head = Buffer.alloc(5)
  head.writeUInt32BE(RECORD)
  head.writeUInt8(own.length, 4)
  const plain = Buffer.concat([text, Buffer.from([2]), Buffer.alloc(paddingFor(text.length + 1, padded))])
  return Buffer.concat([salt, head, own, gcm(key, nonce, plain)])
}

const withLength = (key: Buffer) => Buffer.concat([Buffer.from([0, key.length]), key])

/** Seals a text as the drafts before the RFC had it, which older programs read; salt and key go in headers. */
export function sealLegacy(receiver: Receiver, text: Buffer, fresh: Fresh = {}, padded = PADDED) {
  const { salt, own, shared } = agree(receiver, fresh)
  const secret = derive(shared, receiver.auth, 'Content-Encoding: auth\0', 32)
  const context = Buffer.concat([Buffer.from('P-256\0'), withLength(receiver.publicKey), withLength(own)])
  const info = (name: string) => Buffer.concat([Buffer.from(`Content-Encoding: ${name}\0`), context])
  const [key, nonce] = [derive(secret, salt, info('aesgcm'), 16), derive(secret, salt, info('nonce'), 12)]
  const padding = paddingFor(text.length + 2, padded)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(padding)
  return { salt, own, body: gcm(key, nonce, Buffer.concat([length, Buffer.alloc(padding), text])) }
}
