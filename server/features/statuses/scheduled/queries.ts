import { z } from 'zod'
import { ranged } from '../../../db/range.ts'
import { one, write } from '../../../db/sql.ts'

const columns =
  `id AS cursor, account_id AS accountId, app_id AS appId, form, scheduled_at AS scheduledAt, problem` as const
const row = z.object({
  cursor: z.int(),
  accountId: z.int(),
  appId: z.int().nullable(),
  /** What was asked for, as JSON. */
  form: z.string(),
  scheduledAt: z.int(),
  /** Why it could not be posted when its time came. */
  problem: z.string().nullable(),
})
/** A post that waits for its time, as stored. */
export type ScheduledRow = z.infer<typeof row>

/** One such post, whose it may be. */
export const scheduledById = one(row, `SELECT ${columns} FROM scheduled_statuses WHERE id = @id`)

/** Somebody's posts that wait. */
export const scheduledOf = ranged(row, `SELECT ${columns} FROM scheduled_statuses WHERE account_id = @me`, 'id')

/** The post that a repeated request stands for. */
export const scheduledByKey = one(
  row,
  `SELECT ${columns} FROM scheduled_statuses WHERE account_id = @me AND idempotency_key = @key`,
)

/** How many posts of somebody wait, in all and between two times; one that is put anew does not count. */
export const countScheduled = one(
  z.object({ count: z.int(), onDay: z.int() }),
  `SELECT count(*) AS count, coalesce(sum(scheduled_at >= @from AND scheduled_at < @to), 0) AS onDay
   FROM scheduled_statuses WHERE account_id = @me AND id <> @but`,
)

/** Keeps a post for its time. */
export const insertScheduled = write(
  `INSERT INTO scheduled_statuses (id, account_id, app_id, form, scheduled_at, idempotency_key, created_at)
   VALUES (@id, @me, @appId, @form, @at, @key, @now)`,
)

/** Keeps a picture for such a post. */
export const keepForScheduled = write(
  `INSERT INTO scheduled_media (media_id, scheduled_id) VALUES (@mediaId, @scheduledId)`,
)

/** Whether a picture is kept for such a post. */
export const isScheduled = one(
  z.object({ scheduledId: z.int() }),
  `SELECT scheduled_id AS scheduledId FROM scheduled_media WHERE media_id = @id`,
)

/** Gives such a post another time. */
export const moveScheduled = write(`UPDATE scheduled_statuses SET scheduled_at = @at, problem = NULL WHERE id = @id`)

/** Notes why such a post could not be posted. */
export const failScheduled = write(`UPDATE scheduled_statuses SET problem = @problem WHERE id = @id`)

/** Takes such a post away; its pictures are free again. */
export const removeScheduled = write(`DELETE FROM scheduled_statuses WHERE id = @id`)
