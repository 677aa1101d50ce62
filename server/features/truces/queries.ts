import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `id, kind, account_id AS accountId, target_id AS targetId, thread_id AS threadId, status_id AS statusId,
  days, offered_at AS offeredAt, answer_by AS answerBy, ends_at AS endsAt` as const
const row = z.object({
  id: z.int(),
  kind: z.enum(['truce', 'thread_lock']),
  accountId: z.int(),
  targetId: z.int(),
  threadId: z.int().nullable(),
  statusId: z.int().nullable(),
  days: z.int(),
  offeredAt: z.int(),
  answerBy: z.int(),
  endsAt: z.int().nullable(),
})
/** An offer, or what came of it. Why nothing came of one is written nowhere. */
export type TruceRow = z.infer<typeof row>

/** Keeps an offer; `hidden` where it is not for the person it names. */
export const insertOffer = write(
  `INSERT INTO truces (id, kind, account_id, target_id, thread_id, status_id, days, offered_at, answer_by, hidden)
   VALUES (@id, @kind, @accountId, @targetId, @threadId, @statusId, @days, @now, @answerBy, @hidden)`,
)

/** One of them, whoever it is for. */
export const truceById = one(row, `SELECT ${columns} FROM truces WHERE id = @id`)

/** The offers and agreements of one kind that somebody sees: theirs, and those to them that are for them. */
export const trucesOf = many(
  row,
  `SELECT ${columns} FROM truces WHERE kind = @kind AND id IN
     (SELECT id FROM truces WHERE account_id = @me AND withdrawn = 0
        AND (ends_at > @now OR (ends_at IS NULL AND answer_by > @since))
      UNION ALL SELECT id FROM truces WHERE target_id = @me AND hidden = 0
        AND (ends_at > @now OR (ends_at IS NULL AND answer_by > @now)))
   ORDER BY id DESC`,
)

/** The last offer of a kind that somebody made to another and that was not agreed to. */
export const lastOffer = one(
  z.object({ offeredAt: z.int() }),
  `SELECT offered_at AS offeredAt FROM truces WHERE account_id = @me AND target_id = @targetId AND kind = @kind
     AND ends_at IS NULL ORDER BY id DESC LIMIT 1`,
)

/** When what two people agreed on last, of one kind, ends or ended. */
export const lastEnd = one(
  z.object({ endsAt: z.int() }),
  `SELECT ends_at AS endsAt FROM truces WHERE id IN
     (SELECT id FROM truces WHERE account_id = @me AND target_id = @targetId AND kind = @kind AND ends_at IS NOT NULL
      UNION ALL SELECT id FROM truces
        WHERE account_id = @targetId AND target_id = @me AND kind = @kind AND ends_at IS NOT NULL)
     AND ends_at IS NOT NULL ORDER BY ends_at DESC LIMIT 1`,
)

/** The newest offers that somebody made since a time, of whichever kind. */
export const offersSince = many(
  z.object({ offeredAt: z.int() }),
  `SELECT offered_at AS offeredAt FROM truces WHERE account_id = @me AND offered_at > @since
   ORDER BY id DESC LIMIT @most`,
)

/** An offer that somebody can answer now: made to them, for them, and in time. */
export const openOffer = one(
  row,
  `SELECT ${columns} FROM truces WHERE id = @id AND target_id = @me AND hidden = 0 AND ends_at IS NULL
     AND answer_by > @now`,
)

/** The open offers of one person to another. */
export const openOffersTo = many(
  row,
  `SELECT ${columns} FROM truces WHERE account_id = @accountId AND target_id = @targetId AND ends_at IS NULL
     AND answer_by > @now`,
)

/** The open offers to somebody. */
export const openOffersOf = many(
  row,
  `SELECT ${columns} FROM truces WHERE target_id = @targetId AND hidden = 0 AND ends_at IS NULL AND answer_by > @now`,
)

/** Lets what was offered begin. */
export const begin = write(`UPDATE truces SET ends_at = @endsAt WHERE id = @id`)

/** Ends what holds between somebody and another. */
export const endNow = write(
  `UPDATE truces SET ends_at = @now WHERE id = @id AND ends_at > @now AND @me IN (account_id, target_id)`,
)

/** Keeps an offer from the person it was made to; who made it sees no difference. */
export const hideOffer = write(`UPDATE truces SET hidden = 1 WHERE id = @id`)

/** Takes an offer back, by who made it. */
export const withdrawOffer = write(`UPDATE truces SET hidden = 1, withdrawn = 1, answer_by = @now WHERE id = @id`)

/** Takes away what is too old to count against a new offer. */
export const forgetTruces = write(`DELETE FROM truces WHERE offered_at <= @until AND coalesce(ends_at, 0) <= @ended`)

/** Whether somebody wants no offers. */
export const refusesOffers = one(
  z.object({ accountId: z.int() }),
  `SELECT account_id AS accountId FROM offer_refusers WHERE account_id = @me`,
)

/** Wants no offers from now on. */
export const refuseOffers = write(`INSERT INTO offer_refusers (account_id) VALUES (@me) ON CONFLICT DO NOTHING`)

/** Takes offers again. */
export const takeOffers = write(`DELETE FROM offer_refusers WHERE account_id = @me`)
