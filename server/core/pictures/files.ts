import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The name of a stored file: 40 hex digits that nobody can guess, under a folder of the first two. */
const NAME = /^([0-9a-f]{2})\/\1[0-9a-f]{38}\.webp$/

/** Whether this is the name of a stored file, and so no way out of the folder. */
export const isFileName = (name: string) => NAME.test(name)

/** Where uploaded files lie. */
export const mediaFolder = (dataDir: string) => join(dataDir, 'media')

/** Keeps bytes under a new name, whole or not at all. */
export async function storeFile(dataDir: string, bytes: Uint8Array): Promise<string> {
  const secret = randomBytes(20).toString('hex')
  const name = `${secret.slice(0, 2)}/${secret}.webp`
  const path = join(mediaFolder(dataDir), name)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = await open(`${path}.new`, 'wx', 0o600)
  try {
    await draft.writeFile(bytes)
    await draft.sync()
  } catch (thrown) {
    await rm(`${path}.new`, { force: true })
    throw thrown
  } finally {
    await draft.close()
  }
  await rename(`${path}.new`, path)
  return name
}

/** A stored file, read at once so that a transaction can hold it; undefined where it is not there. */
export function readFileNow(dataDir: string, name: string): Buffer | undefined {
  const path = join(mediaFolder(dataDir), name)
  return isFileName(name) && existsSync(path) ? readFileSync(path) : undefined
}

/** Takes a stored file away; one that is gone already is no failure. */
export async function removeFile(dataDir: string, name: string): Promise<void> {
  if (isFileName(name)) await rm(join(mediaFolder(dataDir), name), { force: true })
}
