import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { isFileName, mediaFolder } from '../core/pictures/files.ts'
import type { Db } from './open.ts'
import { type ArchiveEntry, readArchive, UnreadableArchive, writeArchive } from './sealed-archive.ts'

const DATABASE = 'community.sqlite'
const MEDIA = 'media/'

async function* read(path: string, name: string): AsyncGenerator<ArchiveEntry> {
  const file = await open(path, 'r').catch(() => undefined)
  // a picture that was taken away meanwhile belongs to no post any more
  if (!file) return
  try {
    const { size } = await file.stat()
    yield { path: name, size, content: file.createReadStream({ end: Math.max(0, size - 1), autoClose: false }) }
  } finally {
    await file.close()
  }
}

async function* everything(dataDir: string, database: string): AsyncGenerator<ArchiveEntry> {
  yield* read(database, DATABASE)
  const folder = mediaFolder(dataDir)
  const files = existsSync(folder) ? await readdir(folder, { recursive: true }) : []
  for (const file of files) {
    const name = file.split(sep).join('/')
    if (isFileName(name)) yield* read(join(folder, file), `${MEDIA}${name}`)
  }
}

/**
 * Copies the database (as it is at one moment, while the server runs) and the pictures into one file sealed with a
 * passphrase. The secrets folder is not in it.
 */
export async function backUp(db: Db, dataDir: string, path: string, passphrase: string): Promise<void> {
  const copy = join(dataDir, `backup-${process.pid}.sqlite`)
  try {
    await db.backup(copy)
    await writeArchive(path, passphrase, everything(dataDir, copy))
  } finally {
    await rm(copy, { force: true })
  }
}

const isOurs = (name: string) => name === DATABASE || (name.startsWith(MEDIA) && isFileName(name.slice(MEDIA.length)))

async function unpack(entry: ArchiveEntry, folder: string): Promise<void> {
  if (!isOurs(entry.path)) throw new UnreadableArchive()
  const path = join(folder, entry.path)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of entry.content) await file.write(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Whether there is nothing in a folder, or no folder. */
export const isEmptyFolder = (folder: string) => !existsSync(folder) || readdirSync(folder).length === 0

/**
 * Unpacks a backup into an empty data folder, all of it or nothing. Throws {@link UnreadableArchive} for another
 * passphrase or a damaged file.
 */
export async function restore(path: string, dataDir: string, passphrase: string): Promise<void> {
  const draft = `${dataDir}.restoring`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  try {
    for await (const entry of readArchive(path, passphrase)) await unpack(entry, draft)
    if (existsSync(dataDir)) rmdirSync(dataDir)
    await rename(draft, dataDir)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
