import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder that only this user may read, and those above it, one after the other (some file systems keep a
 * recursive call busy for ever). Throws ENOTDIR where a file stands in the way.
 */
export function makeFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found) throw Object.assign(new Error('a file stands in the way of a folder'), { code: 'ENOTDIR' })
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}
