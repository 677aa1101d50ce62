import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { type TextClass, textClasses } from '../../../../shared/mediation/retention.ts'

/** AES-256-GCM bound to `purpose`: 12 bytes nonce, 16 bytes tag, then the ciphertext. */
export function sealBytes(key: Buffer, purpose: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The plain bytes, or undefined when they were changed or sealed under another key or for another purpose. */
export function openBytes(key: Buffer, purpose: string, sealed: Buffer): Buffer | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(purpose))
    decipher.setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  } catch {
    return undefined
  }
}

/** Runs `work` on an open file, whose bytes are on the disk when this returns. */
function durably(path: string, flags: string, work: (file: number) => void): void {
  const file = openSync(path, flags, 0o600)
  try {
    work(file)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Which key: of a class of a case. */
export type KeyName = { caseId: number; cls: TextClass }

/** The keys of the cases, one a class, each wrapped in a file of its own that can be destroyed alone. */
export type CaseKeys = {
  find(name: KeyName): Buffer | undefined
  /** Makes a key; it is on the disk when this returns. Throws where a file is there that cannot be opened. */
  make(name: KeyName): Buffer
  /** Overwrites and takes away a key, if it is there. */
  destroy(name: KeyName): void
  list(): KeyName[]
}

/** The keys in the folder `cases` of the secrets folder, wrapped by the 32 bytes of `mediation.key`. */
export function openCaseKeys(secretsDir: string, wrapping: Buffer): CaseKeys {
  const folder = join(secretsDir, 'cases')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const nameOf = ({ caseId, cls }: KeyName) => `${caseId}.${cls}`
  const pathOf = (name: KeyName) => join(folder, nameOf(name))
  const settle = () => durably(folder, 'r', () => undefined)
  return {
    find(name) {
      if (!existsSync(pathOf(name))) return undefined
      return openBytes(wrapping, nameOf(name), readFileSync(pathOf(name)))
    },
    make(name) {
      if (existsSync(pathOf(name))) throw new Error('a key of a mediation is sealed under another mediation.key')
      const key = randomBytes(32)
      const draft = `${pathOf(name)}.new`
      try {
        durably(draft, 'w', (file) => writeSync(file, sealBytes(wrapping, nameOf(name), key)))
        renameSync(draft, pathOf(name))
        settle()
      } catch (thrown) {
        rmSync(draft, { force: true })
        throw thrown
      }
      return key
    },
    destroy(name) {
      const path = pathOf(name)
      if (!existsSync(path)) return
      durably(path, 'r+', (file) => writeSync(file, randomBytes(60), 0, 60, 0))
      rmSync(path)
      settle()
    },
    list: () => readdirSync(folder).flatMap(readName),
  }
}

function readName(file: string): KeyName[] {
  const [, digits, found] = /^(\d+)\.(\w+)$/.exec(file) ?? []
  const cls = textClasses.find((one) => one === found)
  return cls ? [{ caseId: Number(digits), cls }] : []
}
