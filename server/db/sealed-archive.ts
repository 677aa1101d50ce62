import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

/** A file in an archive; `path` is below the folder that is archived, with `/` between its parts. */
export type ArchiveEntry = { path: string; size: number; content: AsyncIterable<Buffer> }

/** What was opened is no archive of ours, was changed on the way, or was sealed with another passphrase. */
export class UnreadableArchive extends Error {}

const MAGIC = Buffer.from('left-community backup 1\n')
const SALT = 16
const NONCE = 12
const TAG = 16
const HEAD = MAGIC.length + SALT + NONCE
/** About half a second and 128 MB a guess. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

const deriveKey = (passphrase: string, salt: Buffer) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, COST, (failed, key) => (failed ? reject(failed) : resolve(key)))
  })

function frame(entry: { path: string; size: number } | undefined): Buffer {
  const text = entry ? Buffer.from(JSON.stringify([entry.path, entry.size])) : Buffer.alloc(0)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text])
}

/**
 * Writes entries into one new file at `path`, whole or not at all: AES-256-GCM under a key that scrypt makes of the
 * passphrase. Head: magic, salt, nonce; then each entry as length, JSON of path and size, bytes; then an empty length;
 * the last 16 bytes are the tag over all of it.
 */
export async function writeArchive(
  path: string,
  passphrase: string,
  entries: AsyncIterable<ArchiveEntry>,
): Promise<void> {
  const salt = randomBytes(SALT)
  const nonce = randomBytes(NONCE)
  const head = Buffer.concat([MAGIC, salt, nonce])
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(passphrase, salt), nonce).setAAD(head)
  const draft = `${path}.new`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.write(head)
    for await (const { content, ...entry } of entries) {
      await file.write(cipher.update(frame(entry)))
      for await (const chunk of content) await file.write(cipher.update(chunk))
    }
    await file.write(Buffer.concat([cipher.update(frame(undefined)), cipher.final(), cipher.getAuthTag()]))
    await file.sync()
    await file.close()
    await rename(draft, path)
  } catch (thrown) {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw thrown
  }
}

/** Gives exactly as many bytes as are asked for, out of chunks that come as they will. */
class Reader {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterator<Buffer>) {
    this.#chunks = chunks
  }

  /** Up to `most` bytes, at least one. */
  async some(most: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#chunks.next()
      if (done) throw new UnreadableArchive()
      this.#rest = value
    }
    const given = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(given.length)
    return given
  }

  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let missing = length; missing > 0; ) {
      const part = await this.some(missing)
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }

  async end(): Promise<void> {
    if (this.#rest.length > 0 || !(await this.#chunks.next()).done) throw new UnreadableArchive()
  }
}

async function* opened(path: string, passphrase: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(HEAD)
    await file.read(head, 0, HEAD, 0)
    if (size < HEAD + TAG || !head.subarray(0, MAGIC.length).equals(MAGIC)) throw new UnreadableArchive()
    const tag = Buffer.alloc(TAG)
    await file.read(tag, 0, TAG, size - TAG)
    const key = await deriveKey(passphrase, head.subarray(MAGIC.length, MAGIC.length + SALT))
    const decipher = createDecipheriv('aes-256-gcm', key, head.subarray(MAGIC.length + SALT))
      .setAAD(head)
      .setAuthTag(tag)
    // `end` is the last byte that is read
    for await (const chunk of file.createReadStream({ start: HEAD, end: size - TAG - 1, autoClose: false })) {
      yield decipher.update(chunk)
    }
    checked(() => decipher.final())
  } finally {
    await file.close()
  }
}

function checked<Result>(work: () => Result): Result {
  try {
    return work()
  } catch {
    throw new UnreadableArchive()
  }
}

const LONGEST = 4096

async function readFrame(reader: Reader): Promise<{ path: string; size: number } | undefined> {
  const length = (await reader.exactly(4)).readUInt32BE()
  if (length === 0) return undefined
  if (length > LONGEST) throw new UnreadableArchive()
  const text = (await reader.exactly(length)).toString('utf8')
  const read: unknown = checked(() => JSON.parse(text))
  if (!Array.isArray(read)) throw new UnreadableArchive()
  const [path, size]: unknown[] = read
  if (typeof path !== 'string' || !Number.isSafeInteger(size)) throw new UnreadableArchive()
  return { path, size: Number(size) }
}

async function* contentOf(reader: Reader, size: number): AsyncGenerator<Buffer> {
  for (let missing = size; missing > 0; ) {
    const part = await reader.some(missing)
    missing -= part.length
    yield part
  }
}

/**
 * Reads an archive; each entry's content has to be taken before the next. Only when this ends without throwing is what
 * was read known to be what was written. Throws {@link UnreadableArchive}.
 */
export async function* readArchive(path: string, passphrase: string): AsyncGenerator<ArchiveEntry> {
  const chunks = opened(path, passphrase)
  const reader = new Reader(chunks)
  try {
    for (let entry = await readFrame(reader); entry; entry = await readFrame(reader)) {
      yield { ...entry, content: contentOf(reader, entry.size) }
    }
    await reader.end()
  } finally {
    await chunks.return(undefined)
  }
}
