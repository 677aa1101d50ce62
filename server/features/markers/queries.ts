import { z } from 'zod'
import { many, write } from '../../db/sql.ts'

/** The timelines in which a place can be kept. */
export const markedTimelines = ['home', 'notifications'] as const

/** Where somebody stopped reading. */
export const markersOf = many(
  z.object({ timeline: z.enum(markedTimelines), lastReadId: z.int(), version: z.int(), updatedAt: z.int() }),
  `SELECT timeline, last_read_id AS lastReadId, version, updated_at AS updatedAt FROM markers WHERE account_id = @me`,
)

/** Keeps where somebody stopped reading; it may be further back than before. */
export const putMarker = write(
  `INSERT INTO markers (account_id, timeline, last_read_id, version, updated_at)
   VALUES (@me, @timeline, @lastReadId, 1, @now)
   ON CONFLICT (account_id, timeline) DO UPDATE SET last_read_id = excluded.last_read_id, version = version + 1,
     updated_at = excluded.updated_at`,
)
