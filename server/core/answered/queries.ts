import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** What a request was answered before. */
export const answerBefore = one(
  z.object({ answer: z.string() }),
  `SELECT answer FROM answered WHERE account_id = @accountId AND key_hash = @key AND created_at > @since`,
)

/** Keeps what a request was answered. */
export const keepAnswer = write(
  `INSERT INTO answered (account_id, key_hash, answer, created_at) VALUES (@accountId, @key, @answer, @now)
   ON CONFLICT (account_id, key_hash) DO UPDATE SET answer = excluded.answer, created_at = excluded.created_at`,
)

/** Forgets answers that nobody waits for any more. */
export const forgetAnswers = write(`DELETE FROM answered WHERE created_at < @before`)
