import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** The keys of an actor. */
export const keysOf = one(
  z.object({ publicKey: z.string(), privateKey: z.custom<Buffer>() }),
  `SELECT public_key AS publicKey, private_key AS privateKey FROM actor_keys WHERE owner = @owner`,
)

/** Keeps the keys of an actor who has none yet. */
export const keepKeys = write(
  `INSERT INTO actor_keys (owner, public_key, private_key, created_at) VALUES (@owner, @publicKey, @privateKey, @now)
   ON CONFLICT (owner) DO NOTHING`,
)
