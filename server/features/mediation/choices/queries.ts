import { z } from 'zod'
import { one, write } from '../../../db/sql.ts'

const choicesRow = z.object({
  noRequests: z.int(),
  mail: z.int(),
  quietFrom: z.string().nullable(),
  quietTo: z.string().nullable(),
  timeZone: z.string(),
  notFrom: z.instanceof(Buffer).nullable(),
  mailedAt: z.int(),
})
/** What somebody decided about mediation. */
export const choicesOf = one(
  choicesRow,
  `SELECT no_requests AS noRequests, mail, quiet_from AS quietFrom, quiet_to AS quietTo, time_zone AS timeZone,
     not_from AS notFrom, mailed_at AS mailedAt
   FROM mediation_choices WHERE who = @who`,
)

/** Keeps what somebody decided. */
export const putChoices = write(
  `INSERT INTO mediation_choices (who, no_requests, mail, quiet_from, quiet_to, time_zone, not_from, mailed_at)
   VALUES (@who, @noRequests, @mail, @quietFrom, @quietTo, @timeZone, @notFrom, @mailedAt)
   ON CONFLICT (who) DO UPDATE SET no_requests = excluded.no_requests, mail = excluded.mail,
     quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, time_zone = excluded.time_zone,
     not_from = excluded.not_from, mailed_at = excluded.mailed_at`,
)

/** Forgets what somebody decided. */
export const removeChoices = write(`DELETE FROM mediation_choices WHERE who = @who`)
