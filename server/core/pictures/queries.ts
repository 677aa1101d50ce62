import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

/** Whether a picture may not come again, by SHA-256 of the file that would be kept. */
export const barredPicture = one(
  z.object({ sha256: z.string(), actionId: z.int() }),
  `SELECT sha256, action_id AS actionId FROM barred_pictures WHERE sha256 = @hash`,
)

/** Lets a picture not come again, because of something that moderators did. */
export const barPicture = write(
  `INSERT OR IGNORE INTO barred_pictures (sha256, action_id, barred_at, likeness)
   VALUES (@hash, @actionId, @now, @likeness)`,
)

/** How barred pictures look, those alone that have something to see. */
export const barredLikenesses = many(
  z.object({ likeness: z.instanceof(Buffer), actionId: z.int() }),
  `SELECT likeness, action_id AS actionId FROM barred_pictures WHERE likeness > x''`,
)

/** Lets those come again that were barred because of it. */
export const unbarPictures = write(`DELETE FROM barred_pictures WHERE action_id = @actionId`)
