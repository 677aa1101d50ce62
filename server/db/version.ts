import { z } from 'zod'
import type { Db } from './open.ts'
import { one } from './sql.ts'

const counts = one(
  z.object({ own: z.int(), others: z.int() }),
  `SELECT total_changes() AS own, (SELECT data_version FROM pragma_data_version) AS others`,
)

/** A text that is another one after every write to the database, be it this process's or that of any other. */
export function versionOf(db: Db): string {
  const found = counts(db)
  return `${found?.own} ${found?.others}`
}
