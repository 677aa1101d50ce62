import { z } from 'zod'
import { many, write } from '../../../db/sql.ts'

const kinds = z.object({ kind: z.string() })

/** The kinds of case that somebody leaves to others. */
export const skipsOf = many(kinds, `SELECT kind FROM moderation_skips WHERE account_id = @me ORDER BY kind`)

/** Of those kinds the ones that somebody else of the team (a JSON list) takes. */
export const skipsTaken = many(
  kinds,
  `SELECT kind FROM moderation_skips AS mine WHERE account_id = @me AND EXISTS (SELECT 1 FROM json_each(@team)
     WHERE value <> @me AND NOT EXISTS (SELECT 1 FROM moderation_skips AS theirs
       WHERE theirs.account_id = value AND theirs.kind = mine.kind))`,
)

/** Forgets what somebody leaves to others. */
export const clearSkips = write(`DELETE FROM moderation_skips WHERE account_id = @me`)

/** Notes a kind that somebody leaves to others. */
export const insertSkip = write(
  `INSERT INTO moderation_skips (account_id, kind) VALUES (@me, @kind) ON CONFLICT DO NOTHING`,
)
