import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret of `bytes` random bytes, in URL-safe base64. */
export const newSecret = (bytes = 32) => randomBytes(bytes).toString('base64url')

/** SHA-256 of a secret with full entropy (a token): what is stored in its place. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** SHA-256 as hex, for proofs that a text or a file is the one that was shown. */
export const sha256Hex = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

/** Compares in a time that does not depend on the contents. */
export const sameBytes = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b)

/** Seals and finds what must not lie in the clear in the database (mail addresses, the SMTP password). */
export type Vault = {
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the ciphertext. */
  seal(plain: string | Buffer): Buffer
  /** Throws when the bytes were changed or sealed under another key. */
  open(sealed: Buffer): string
  /** The same for what is no text. */
  openBytes(sealed: Buffer): Buffer
  /** HMAC-SHA-256 under a key derived for `purpose`: equal texts can be found without being readable. */
  fingerprint(purpose: string, text: string): Buffer
}

/** What was sealed, or undefined where it was sealed under a key that is lost, as after a restore without it. */
export function openIfOurs(vault: Pick<Vault, 'open'>, sealed: Buffer): string | undefined {
  try {
    return vault.open(sealed)
  } catch {
    return undefined
  }
}

/** Makes a vault from the 32 bytes of `server.key`. */
export function createVault(key: Buffer): Vault {
  const derive = (purpose: string) => createHmac('sha256', key).update(purpose).digest()
  const sealing = derive('seal')
  const openBytes = (sealed: Buffer) => {
    const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  }
  return {
    seal(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open: (sealed) => openBytes(sealed).toString('utf8'),
    openBytes,
    fingerprint: (purpose, text) =>
      createHmac('sha256', derive(`find:${purpose}`))
        .update(text)
        .digest(),
  }
}
