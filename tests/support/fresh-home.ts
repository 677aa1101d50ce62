import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/db/open.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'left-community-'))

/** An empty database that has gone through all steps, as a file. */
function emptyDatabase(schema: 'migrations' | 'sealed'): Buffer {
  const folder = newFolder()
  const path = join(folder, 'empty.sqlite')
  const db = openDatabase(path)
  migrate(db, schema)
  db.close()
  const bytes = readFileSync(path)
  rmSync(folder, { recursive: true })
  return bytes
}

let databases: Record<string, Buffer> | undefined

/**
 * A new home whose databases went through all steps already: taking them for each server was a quarter of the time of
 * all tests. What a start on an empty folder does is tried where servers are processes.
 */
export function freshHome(): string {
  databases ??= { 'community.sqlite': emptyDatabase('migrations'), 'mediation.sqlite': emptyDatabase('sealed') }
  const home = newFolder()
  mkdirSync(join(home, 'data'), { mode: 0o700 })
  for (const [file, bytes] of Object.entries(databases)) writeFileSync(join(home, 'data', file), bytes)
  return home
}
