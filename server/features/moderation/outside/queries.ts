import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

/** Keeps a request from outside beside its report. */
export const insertRequest = write(
  `INSERT INTO outside_requests (report_id, status_id, target_id, secret_hash, hid, made_at)
   VALUES (@reportId, @statusId, @targetId, @hash, @hid, @now)`,
)

/** How the requests about a post ended; null where one is open. */
export const requestsAbout = many(
  z.object({ outcome: z.enum(['removed', 'acted', 'noted', 'nothing']).nullable(), toldAt: z.int().nullable() }),
  `SELECT reports.outcome, reports.told_at AS toldAt FROM outside_requests
     JOIN reports ON reports.id = outside_requests.report_id WHERE outside_requests.status_id = @statusId`,
)

/** How many posts of an author requests from outside hid since a time. */
export const countHid = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM outside_requests WHERE target_id = @targetId AND made_at > @since AND hid = 1`,
)

/** The request that a secret belongs to. */
export const requestBySecret = one(
  z.object({
    statusId: z.int(),
    madeAt: z.int(),
    outcome: z.enum(['removed', 'acted', 'noted', 'nothing']).nullable(),
    toldAt: z.int().nullable(),
  }),
  `SELECT outside_requests.status_id AS statusId, made_at AS madeAt, reports.outcome, reports.told_at AS toldAt
   FROM outside_requests JOIN reports ON reports.id = outside_requests.report_id WHERE secret_hash = @hash`,
)
