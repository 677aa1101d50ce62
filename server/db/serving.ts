import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Another server serves the data folder already. */
export class FolderInUse extends Error {}

/**
 * Claims a data folder for this process, so that no two servers run its jobs and count its requests. The claim is a lock
 * of the system on a file of its own: it ends with the process, however that ends. Throws {@link FolderInUse}.
 */
export function claimFolder(dataDir: string): { release(): void } {
  const claim = new Database(join(dataDir, 'serving.lock'), { timeout: 0 })
  try {
    claim.exec('BEGIN EXCLUSIVE')
  } catch (thrown) {
    claim.close()
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_BUSY') throw new FolderInUse()
    throw thrown
  }
  return { release: () => claim.close() }
}
