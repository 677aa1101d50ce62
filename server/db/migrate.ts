import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from './open.ts'

/** The folders of steps: of the community's database, and of the sealed texts of mediations. */
type Schema = 'migrations' | 'sealed'

/** The data folder was written by a newer version than this one. */
export class NewerDatabase extends Error {}

type Migration = { version: number; file: string }

function listMigrations(schema: Schema): Migration[] {
  const folder = join(import.meta.dirname, schema)
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number(file.slice(0, 4)), file: join(folder, file) }))
}

/**
 * Brings the database to this version's schema, each step in a transaction of its own; `user_version` holds the
 * number of the last step. Throws {@link NewerDatabase}, with nothing changed, when it is past ours.
 */
export function migrate(db: Db, schema: Schema = 'migrations'): void {
  const current = Number(db.pragma('user_version', { simple: true }))
  const migrations = listMigrations(schema)
  const newest = migrations.at(-1)?.version ?? 0
  if (current > newest) {
    throw new NewerDatabase(`the data folder is of version ${current}, this program knows up to ${newest}`)
  }
  for (const { version, file } of migrations.filter((step) => step.version > current)) {
    db.transaction(() => {
      db.exec(readFileSync(file, 'utf8'))
      db.pragma(`user_version = ${version}`)
    }).immediate()
  }
}
