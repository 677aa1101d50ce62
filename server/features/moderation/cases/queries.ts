import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

const columns = `id, target_id AS targetId, target_name AS targetName, urgency, kind, state, reports,
  created_at AS createdAt, due_at AS dueAt, looked_at AS lookedAt, decided_at AS decidedAt,
  claimed_by AS claimedBy, claimed_until AS claimedUntil, forget_at AS forgetAt` as const

const caseRow = z.object({
  id: z.int(),
  targetId: z.int().nullable(),
  targetName: z.string(),
  urgency: z.enum(['danger', 'harassment', 'other']),
  kind: z.string(),
  state: z.enum(['open', 'decided']),
  reports: z.int(),
  createdAt: z.int(),
  dueAt: z.int(),
  lookedAt: z.int().nullable(),
  decidedAt: z.int().nullable(),
  claimedBy: z.int().nullable(),
  claimedUntil: z.int().nullable(),
  forgetAt: z.int().nullable(),
})
/** A case as stored. */
export type CaseRow = z.infer<typeof caseRow>

/** One case. */
export const caseById = one(caseRow, `SELECT ${columns} FROM moderation_cases WHERE id = @id`)

/** Several cases; `ids` is a JSON list. */
export const casesByIds = many(
  caseRow,
  `SELECT ${columns} FROM moderation_cases WHERE id IN (SELECT value FROM json_each(@ids))`,
)

/** The open case about somebody, if there is one. */
export const openCaseOf = one(
  caseRow,
  `SELECT ${columns} FROM moderation_cases WHERE state = 'open' AND target_id IS NOT NULL AND target_id = @targetId`,
)

/** Opens a case. */
export const insertCase = write(
  `INSERT INTO moderation_cases (id, target_id, target_name, urgency, kind, state, created_at, due_at)
   VALUES (@id, @targetId, @targetName, @urgency, @kind, 'open', @now, @dueAt)`,
)

/** Counts more reports, which may make a case more pressing. */
export const addReports = write(
  `UPDATE moderation_cases SET reports = reports + @count, urgency = @urgency, kind = @kind, due_at = min(due_at, @dueAt)
   WHERE id = @id`,
)

/** The open cases of an urgency behind one in the queue, but those about the viewer and of kinds they leave to others. */
export const openCasesBehind = many(
  caseRow,
  `SELECT ${columns} FROM moderation_cases WHERE state = 'open' AND urgency = @urgency AND (due_at, id) > (@at, @id)
     AND target_id IS NOT @me AND kind NOT IN (SELECT value FROM json_each(@skipped))
   ORDER BY due_at, id LIMIT @most`,
)

/** The open cases that somebody has taken. */
export const casesWith = many(
  caseRow,
  `SELECT ${columns} FROM moderation_cases WHERE claimed_by IS NOT NULL AND claimed_by = @me AND claimed_until > @now
     AND state = 'open' AND target_id IS NOT @me LIMIT @most`,
)

/** The cases that were decided, the latest first, behind one of them. */
export const decidedCases = many(
  caseRow,
  `SELECT ${columns} FROM moderation_cases WHERE state = 'decided' AND (decided_at, id) < (@at, @id)
     AND target_id IS NOT @me ORDER BY decided_at DESC, id DESC LIMIT @most`,
)

/** How many cases that are not about the viewer are open and how many of them are late, counted to a hundred. */
export const countOpen = one(
  z.object({ cases: z.int(), late: z.int() }),
  `SELECT count(*) AS cases, coalesce(sum(due_at <= @now), 0) AS late FROM (SELECT due_at FROM moderation_cases
     WHERE state = 'open' AND target_id IS NOT @me ORDER BY due_at LIMIT 100)`,
)

/** Brings forward until when private information is decided on. */
export const hurryExposed = write(
  `UPDATE moderation_cases SET due_at = @dueAt WHERE state = 'open' AND urgency = 'danger' AND due_at > @dueAt
     AND kind = 'doxxing'`,
)

/** Takes a case, or gives it back (both null). */
export const setClaim = write(
  `UPDATE moderation_cases SET claimed_by = @by, claimed_until = @until, looked_at = coalesce(looked_at, @now)
   WHERE id = @id`,
)

/** Changes the state of a case. */
export const setState = write(
  `UPDATE moderation_cases SET state = @state, decided_at = @decidedAt, forget_at = @forgetAt, claimed_by = NULL,
     claimed_until = NULL WHERE id = @id`,
)

/** Keeps what a case holds until another time, never shorter than before. */
export const keepUntil = write(
  `UPDATE moderation_cases SET forget_at = max(coalesce(forget_at, 0), @until) WHERE id = @id`,
)

/** Cases whose time is over. */
export const overCases = many(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_cases WHERE forget_at IS NOT NULL AND forget_at <= @now LIMIT 100`,
)

/** Whether something that was done in a case still holds somebody or a post, or waits for an answer. */
export const heldBy = one(
  z.object({ id: z.int() }),
  `SELECT moderation_actions.id FROM moderation_actions LEFT JOIN moderation_appeals ON action_id = moderation_actions.id
   WHERE case_id = @id AND target_id IS NOT NULL
     AND (state = 'open' OR EXISTS (SELECT 1 FROM appeal_followups WHERE appeal_id = moderation_appeals.id
         AND appeal_followups.state = 'open') OR (over_at IS NULL AND kind NOT IN ('note', 'warning', 'delete')
       AND (status_id IS NULL OR EXISTS (SELECT 1 FROM statuses WHERE statuses.id = moderation_actions.status_id)))) LIMIT 1`,
)

/** Forgets what was reported in a case, with its evidence. */
export const forgetReports = write(`DELETE FROM reports WHERE case_id = @id`)

/** Forgets a case with all that hangs on it; its lines in the log stay, which hold no words. */
export const forgetCase = write(`DELETE FROM moderation_cases WHERE id = @id`)

/** What is known of an account, as numbers. */
export const historyOf = one(
  z.object({ reports: z.int(), unfounded: z.int(), strikes: z.int(), actions: z.int(), granted: z.int() }),
  `SELECT (SELECT count(*) FROM reports WHERE target_id IS NOT NULL AND target_id = @targetId) AS reports,
     (SELECT count(*) FROM reports WHERE target_id IS NOT NULL AND target_id = @targetId AND outcome = 'nothing')
       AS unfounded,
     (SELECT count(*) FROM moderation_actions WHERE target_id IS NOT NULL AND target_id = @targetId AND strike = 1
       AND (over_why IS NULL OR over_why IN ('time', 'replaced'))) AS strikes,
     (SELECT count(*) FROM moderation_actions WHERE target_id IS NOT NULL AND target_id = @targetId
       AND settled_at IS NOT NULL) AS actions,
     (SELECT count(*) FROM moderation_actions WHERE target_id IS NOT NULL AND target_id = @targetId
       AND over_why = 'appeal') AS granted`,
)

/** How an account stands. */
export const standingOf = one(
  z.object({
    frozenAt: z.int().nullable(),
    limitedAt: z.int().nullable(),
    suspendedAt: z.int().nullable(),
  }),
  `SELECT members.disabled_at AS frozenAt, accounts.limited_at AS limitedAt, accounts.suspended_at AS suspendedAt
   FROM accounts LEFT JOIN members ON members.account_id = accounts.id WHERE accounts.id = @id`,
)

/** The posts round one in its conversation, before or after it; those of the thread in their order. */
export const threadAround = many(
  z.object({
    id: z.int(),
    accountId: z.int(),
    text: z.string(),
    spoilerText: z.string(),
    createdAt: z.int(),
    hiddenAt: z.int().nullable(),
  }),
  `SELECT * FROM (SELECT id, account_id AS accountId, text, spoiler_text AS spoilerText, created_at AS createdAt,
     hidden_at AS hiddenAt FROM statuses WHERE thread_id = @threadId AND id < @id AND visibility IN ('public', 'unlisted')
     ORDER BY id DESC LIMIT 3)
   UNION ALL SELECT * FROM (SELECT id, account_id, text, spoiler_text, created_at, hidden_at FROM statuses
     WHERE thread_id = @threadId AND id >= @id AND (id = @id OR visibility IN ('public', 'unlisted')) ORDER BY id LIMIT 4)
   ORDER BY 1`,
)

/** Who reported in a case. */
export const reportersOf = many(
  z.object({ id: z.int() }),
  `SELECT DISTINCT reporter_id AS id FROM reports WHERE case_id = @caseId AND reporter_id IS NOT NULL`,
)

/** Whether somebody reported another since a time. */
export const reportedSince = one(
  z.object({ id: z.int() }),
  `SELECT id FROM reports WHERE reporter_id IS NOT NULL AND reporter_id = @by AND target_id IS NOT NULL
     AND target_id = @about AND created_at > @since LIMIT 1`,
)

/** Who of several people (a JSON list) reported somebody, or was reported by them, since a time. */
export const reportedWith = many(
  z.object({ id: z.int() }),
  `SELECT CAST(value AS INTEGER) AS id FROM json_each(@ids) WHERE EXISTS (SELECT 1 FROM reports
       WHERE reporter_id IS NOT NULL AND reporter_id = value AND target_id = @who AND created_at > @since)
     OR EXISTS (SELECT 1 FROM reports
       WHERE reporter_id IS NOT NULL AND reporter_id = @who AND target_id = value AND created_at > @since)`,
)

/** Who of several people (a JSON list) decided about somebody since a time. */
export const decidedAbout = many(
  z.object({ id: z.int() }),
  `SELECT CAST(value AS INTEGER) AS id FROM json_each(@ids) WHERE EXISTS (SELECT 1 FROM moderation_actions
     WHERE target_id IS NOT NULL AND target_id = @who AND created_at > @since
       AND (by_id = value OR second_id = value OR over_by = value OR reviewed_by = value))`,
)
