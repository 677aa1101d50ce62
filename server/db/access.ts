import type { Db } from './open.ts'

/** What ends somebody's access: a session or token that goes, a person who is disabled or suspended. */
const causes = [
  ['token', 'DELETE ON main.tokens'],
  ['session', 'DELETE ON main.sessions'],
  ['disabled', 'UPDATE OF disabled_at ON main.members'],
  ['suspended', 'UPDATE OF suspended_at ON main.accounts'],
] as const

/**
 * Tells whenever an access may have ended, once for all that one step of the program changed. It hangs on the rows
 * themselves, so that no way of ending one can forget to say so.
 */
export function onAccessEnded(db: Db, tell: () => void): void {
  let told = false
  db.function('access_ended', () => {
    if (!told) {
      told = true
      // a transaction never waits, so by then it is committed or undone
      queueMicrotask(() => {
        told = false
        if (db.open) tell()
      })
    }
    return null
  })
  for (const [name, cause] of causes) {
    db.exec(`CREATE TEMP TRIGGER access_ended_${name} AFTER ${cause} BEGIN SELECT access_ended(); END`)
  }
}
