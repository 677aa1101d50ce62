import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

const columns = `id, by_id AS byId, content, pinned, created_at AS createdAt` as const
const noteRow = z.object({
  id: z.int(),
  byId: z.int().nullable(),
  content: z.instanceof(Buffer),
  pinned: z.int(),
  createdAt: z.int(),
})
/** Keeps a note about an account, or about a server. */
export const insertNote = write(
  `INSERT INTO moderation_notes (id, target_id, domain, case_id, by_id, content, pinned, created_at, expires_at)
   VALUES (@id, @targetId, @domain, @caseId, @byId, @content, @pinned, @now, @expiresAt)`,
)

/** What moderators told each other about somebody, the newest first. */
export const notesOn = many(
  noteRow,
  `SELECT ${columns} FROM moderation_notes WHERE target_id IS NOT NULL AND target_id = @targetId
     AND (pinned = 1 OR expires_at > @now) ORDER BY pinned DESC, id DESC LIMIT 50`,
)

/** What moderators told each other about a server, the pinned first and then the newest. */
export const notesOnServer = many(
  noteRow,
  `SELECT ${columns} FROM moderation_notes WHERE domain IS NOT NULL AND domain = @domain
     AND (pinned = 1 OR expires_at > @now) ORDER BY pinned DESC, id DESC LIMIT 50`,
)

/** One's own note is taken away by oneself. */
export const removeNote = write(`DELETE FROM moderation_notes WHERE id = @id AND by_id IS NOT NULL AND by_id = @me`)

/** Forgets notes whose time is over. */
export const forgetNotes = write(`DELETE FROM moderation_notes WHERE expires_at <= @now AND pinned = 0`)

/** Says that somebody is there, or away. */
export const insertDuty = write(
  `INSERT INTO moderation_duty (id, account_id, kind, begins_at, ends_at, handover)
   VALUES (@id, @accountId, @kind, @beginsAt, @endsAt, @handover)`,
)

/** Ends one's own turn now, with a word for the next one. */
export const endDuty = write(
  `UPDATE moderation_duty SET ends_at = @now, handover = coalesce(@handover, handover)
   WHERE id = @id AND account_id = @me AND begins_at <= @now AND ends_at > @now`,
)

/** Takes one's own turn back. */
export const removeDuty = write(`DELETE FROM moderation_duty WHERE id = @id AND account_id = @me`)

/** Turns that are not over, and those that ended lately, the next first. */
export const dutiesAfter = many(
  z.object({
    id: z.int(),
    accountId: z.int(),
    kind: z.enum(['duty', 'away']),
    beginsAt: z.int(),
    endsAt: z.int(),
    handover: z.instanceof(Buffer).nullable(),
  }),
  `SELECT id, account_id AS accountId, kind, begins_at AS beginsAt, ends_at AS endsAt, handover FROM moderation_duty
   WHERE ends_at > @after ORDER BY ends_at LIMIT 100`,
)

/** Whether anybody is on duty now. */
export const onDuty = one(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_duty WHERE ends_at > @now AND begins_at <= @now AND kind = 'duty' LIMIT 1`,
)

/** When the turn on duty begins, or began, that is the next to be there. */
export const nextDuty = one(
  z.object({ beginsAt: z.int() }),
  `SELECT begins_at AS beginsAt FROM moderation_duty WHERE ends_at > @now AND kind = 'duty' ORDER BY begins_at LIMIT 1`,
)

/** Forgets turns that ended long ago. */
export const forgetDuties = write(`DELETE FROM moderation_duty WHERE ends_at <= @until`)
