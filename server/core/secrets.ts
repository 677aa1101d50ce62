import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folders.ts'

/**
 * Reads a key (32 bytes, base64) of the secrets folder, making both (modes 0700 and 0600) at the first start.
 * `mediation.key` wraps the keys of mediations and is kept nowhere else; of `server.key` the owner has a copy.
 */
export function readKey(folder: string, name: 'server.key' | 'mediation.key'): Buffer {
  makeFolder(folder)
  chmodSync(folder, 0o700)
  const path = join(folder, name)
  if (!existsSync(path)) writeSecret(path, randomBytes(32).toString('base64'))
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new Error(`${path} does not hold a key of 32 bytes; put the owner's copy back`)
  return key
}

/** Writes a file that only this user may read, whole or not at all. */
export function writeSecret(path: string, text: string): void {
  const draft = `${path}.new`
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, path)
}
