import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `id, kind, reason, notice, begun_by AS begunBy, begun_at AS begunAt, ends_at AS endsAt,
  wanted_until AS wantedUntil, confirmed_by AS confirmedBy, confirmed_at AS confirmedAt, ended_at AS endedAt` as const

const switchRow = z.object({
  id: z.int(),
  kind: z.string(),
  reason: z.string(),
  notice: z.string(),
  begunBy: z.int().nullable(),
  begunAt: z.int(),
  endsAt: z.int(),
  wantedUntil: z.int(),
  confirmedBy: z.int().nullable(),
  confirmedAt: z.int().nullable(),
  endedAt: z.int().nullable(),
})
/** A switch as stored, times in ms. */
export type SwitchRow = z.infer<typeof switchRow>

/** The switches that did not end yet. */
export const switchesOn = many(
  switchRow,
  `SELECT ${columns} FROM panic_switches WHERE ended_at IS NULL ORDER BY begun_at`,
)
/** One switch. */
export const switchById = one(switchRow, `SELECT ${columns} FROM panic_switches WHERE id = @id`)
/** The one of a kind that did not end yet. */
export const switchOn = one(switchRow, `SELECT ${columns} FROM panic_switches WHERE kind = @kind AND ended_at IS NULL`)
/** Those of a kind to which no second person agreed and that were on since a time. */
export const soloSince = many(
  switchRow,
  `SELECT ${columns} FROM panic_switches WHERE kind = @kind AND confirmed_at IS NULL AND ends_at > @since`,
)
/** Turns a switch on. */
export const insertSwitch = write(
  `INSERT INTO panic_switches (id, kind, reason, notice, begun_by, begun_at, ends_at, wanted_until, ended_at, ended_by)
   VALUES (@id, @kind, @reason, @notice, @accountId, @now, @endsAt, @wantedUntil, @endedAt,
     CASE WHEN @endedAt IS NULL THEN NULL ELSE @accountId END)`,
)
/** A second person agreed to the whole time. */
export const confirmSwitch = write(
  `UPDATE panic_switches SET confirmed_by = @accountId, confirmed_at = @now, ends_at = wanted_until
   WHERE id = @id AND ended_at IS NULL AND confirmed_at IS NULL`,
)
/** Turns a switch off; `endsAt` is when it stopped to hold. */
export const endSwitch = write(
  `UPDATE panic_switches SET ended_at = @now, ended_by = @accountId, ends_at = min(ends_at, @now)
   WHERE id = @id AND ended_at IS NULL`,
)
/** Whom to log out: everybody but one; from an id on. */
export const membersAfter = many(
  z.object({ id: z.int() }),
  `SELECT account_id AS id FROM members WHERE account_id > @after AND account_id <> @except
   ORDER BY account_id LIMIT @limit`,
)
