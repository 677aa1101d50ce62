import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** Whether somebody did a thing that is done for the first time only once. */
export const stepOf = one(
  z.object({ doneAt: z.int() }),
  `SELECT done_at AS doneAt FROM first_steps WHERE account_id = @accountId AND step = @step`,
)

/** Notes that somebody did it; doing it once more changes nothing. */
export const putStep = write(
  `INSERT INTO first_steps (account_id, step, done_at) VALUES (@accountId, @step, @now)
   ON CONFLICT (account_id, step) DO NOTHING`,
)
