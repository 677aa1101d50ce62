import Database from 'better-sqlite3'

/** One SQLite database: the shape every query takes. */
export type Db = Database.Database

/**
 * Opens (or makes) the database file at `path`, in WAL mode with foreign keys; `synchronous = FULL`, because a post
 * that was answered with 200 must survive a power cut. `maxPages` bounds its size, as a full disk would.
 */
export function openDatabase(path: string, maxPages?: number): Db {
  const db = new Database(path, { timeout: 5000 })
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -8000')
  if (maxPages !== undefined) db.pragma(`max_page_count = ${maxPages}`)
  return db
}
