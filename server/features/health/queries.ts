import { z } from 'zod'
import { one } from '../../db/sql.ts'

/** The smallest question that only a working database answers. */
export const firstStat = one(z.object({ value: z.int() }), `SELECT value FROM stats WHERE name = 'peers'`)
