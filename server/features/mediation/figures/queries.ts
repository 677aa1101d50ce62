import { z } from 'zod'
import { many, write } from '../../../db/sql.ts'

/** Counts one more of a kind in a year. */
export const addToYear = write(
  `INSERT INTO mediation_counts (year, kind, count) VALUES (@year, @kind, 1)
   ON CONFLICT (year, kind) DO UPDATE SET count = count + 1`,
)

/** What was counted, up to a year. */
export const countsOf = many(
  z.object({ year: z.int(), kind: z.string(), count: z.int() }),
  `SELECT year, kind, count FROM mediation_counts WHERE year <= @last`,
)

/** Notes that somebody mediated in a year. */
export const noteActive = write(`INSERT INTO mediation_active (year, who) VALUES (@year, @who) ON CONFLICT DO NOTHING`)

/** How many people mediated in each year, up to one. */
export const countActive = many(
  z.object({ year: z.int(), count: z.int() }),
  `SELECT year, count(*) AS count FROM mediation_active WHERE year <= @last GROUP BY year`,
)

/** Sets what was counted of a kind in a year. */
export const setYear = write(
  `INSERT INTO mediation_counts (year, kind, count) VALUES (@year, @kind, @count)
   ON CONFLICT (year, kind) DO UPDATE SET count = excluded.count`,
)

/** Forgets who mediated, up to a year. */
export const forgetActive = write(`DELETE FROM mediation_active WHERE year <= @last`)
