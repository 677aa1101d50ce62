import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

const columns = `id, case_id AS caseId, kind, target_id AS targetId, status_id AS statusId, rule,
  rule_version AS ruleVersion, content, by_id AS byId, second_id AS secondId, strike, created_at AS createdAt,
  settles_at AS settlesAt, settled_at AS settledAt, ends_at AS endsAt, appeal_until AS appealUntil, purge_at AS purgeAt,
  purged_at AS purgedAt, over_at AS overAt, over_by AS overBy, over_why AS overWhy, review_due_at AS reviewDueAt,
  reviewed_by AS reviewedBy, reviewed_at AS reviewedAt, read_due_at AS readDueAt, read_by AS readBy` as const

const actionRow = z.object({
  id: z.int(),
  caseId: z.int(),
  kind: z.enum(['note', 'warning', 'cw', 'sensitive', 'hide', 'delete', 'freeze', 'limit', 'suspend', 'remove']),
  targetId: z.int().nullable(),
  statusId: z.int().nullable(),
  rule: z.string().nullable(),
  ruleVersion: z.int().nullable(),
  /** Sealed; see `Told` in content.ts. */
  content: z.instanceof(Buffer),
  byId: z.int().nullable(),
  secondId: z.int().nullable(),
  strike: z.int(),
  createdAt: z.int(),
  settlesAt: z.int(),
  settledAt: z.int().nullable(),
  endsAt: z.int().nullable(),
  appealUntil: z.int().nullable(),
  purgeAt: z.int().nullable(),
  purgedAt: z.int().nullable(),
  overAt: z.int().nullable(),
  overBy: z.int().nullable(),
  overWhy: z.enum(['undone', 'time', 'appeal', 'review', 'lifted', 'replaced', 'reworded']).nullable(),
  reviewDueAt: z.int().nullable(),
  reviewedBy: z.int().nullable(),
  reviewedAt: z.int().nullable(),
  readDueAt: z.int().nullable(),
  readBy: z.int().nullable(),
})
/** Something that was done, as stored. */
export type ActionRow = z.infer<typeof actionRow>

/** Notes that something was done. */
export const insertAction = write(
  `INSERT INTO moderation_actions (id, case_id, kind, target_id, status_id, rule, rule_version, content, by_id,
     second_id, strike, created_at, settles_at, ends_at, review_due_at, read_due_at)
   VALUES (@id, @caseId, @kind, @targetId, @statusId, @rule, @ruleVersion, @content, @byId, @secondId, @strike, @now,
     @settlesAt, @endsAt, @reviewDueAt, @readDueAt)`,
)

/** One thing that was done. */
export const actionById = one(actionRow, `SELECT ${columns} FROM moderation_actions WHERE id = @id`)

/** What was done in a case, the oldest first. */
export const actionsOfCase = many(
  actionRow,
  `SELECT ${columns} FROM moderation_actions WHERE case_id = @caseId ORDER BY id LIMIT 200`,
)

/** What was done to somebody and told to them, the newest first. */
export const actionsOn = many(
  actionRow,
  `SELECT ${columns} FROM moderation_actions WHERE target_id IS NOT NULL AND target_id = @targetId
     AND settled_at IS NOT NULL ORDER BY id DESC LIMIT 100`,
)

/** What of a kind stands against somebody, the newest first. */
export const standingActionsOf = many(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_actions WHERE target_id IS NOT NULL AND target_id = @targetId AND kind = @kind
     AND over_at IS NULL ORDER BY id DESC LIMIT 100`,
)

/** Against whom of several people (a JSON list) something of a kind stands. */
export const standAgainst = many(
  z.object({ id: z.int() }),
  `SELECT DISTINCT target_id AS id FROM moderation_actions WHERE target_id IS NOT NULL
     AND target_id IN (SELECT value FROM json_each(@ids)) AND kind = @kind AND over_at IS NULL`,
)

/** Something else of some kinds that was done to somebody and still stands. */
export const otherStanding = one(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_actions WHERE target_id IS NOT NULL AND target_id = @targetId AND id <> @but
     AND over_at IS NULL AND kind IN (SELECT value FROM json_each(@kinds)) LIMIT 1`,
)

/** The same of a post. */
export const otherHiding = one(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_actions WHERE status_id IS NOT NULL AND status_id = @statusId AND id <> @but
     AND over_at IS NULL AND kind IN ('hide', 'delete') LIMIT 1`,
)

/** Whether a rule of ours hid a post and people found that wrong. */
export const wronglyHidden = one(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_actions WHERE status_id IS NOT NULL AND status_id = @statusId AND kind = 'hide'
     AND by_id IS NULL AND over_why IN ('undone', 'appeal', 'review', 'lifted') LIMIT 1`,
)

/** Notes that people hear of it now. */
export const settleAction = write(
  `UPDATE moderation_actions SET settled_at = @now, appeal_until = @appealUntil, purge_at = @purgeAt
   WHERE id = @id AND settled_at IS NULL AND over_at IS NULL`,
)

/** Notes that it is over; changes nothing where it was. */
export const endOne = write(
  `UPDATE moderation_actions SET over_at = @now, over_by = @by, over_why = @why WHERE id = @id AND over_at IS NULL`,
)

/** What stood before a removal makes way for it. */
export const replaceOthers = write(
  `UPDATE moderation_actions SET over_at = @now, over_by = @by, over_why = 'replaced'
   WHERE target_id IS NOT NULL AND target_id = @targetId AND id <> @but AND over_at IS NULL
     AND kind IN ('freeze', 'limit', 'suspend')`,
)

/** Notes that a second person looked at it. */
export const setReviewed = write(
  `UPDATE moderation_actions SET reviewed_by = @by, reviewed_at = @now WHERE id = @id AND reviewed_at IS NULL`,
)

/** What waits for a second look, the most pressing first. */
export const toReview = many(
  actionRow,
  `SELECT ${columns} FROM moderation_actions WHERE review_due_at IS NOT NULL AND reviewed_at IS NULL
     AND over_at IS NULL ORDER BY review_due_at LIMIT @most`,
)

/** Notes that all that belonged to somebody is deleted. */
export const setPurged = write(`UPDATE moderation_actions SET purged_at = @now WHERE id = @id`)

/** Hides a post, or shows it again (null). */
export const setHidden = write(`UPDATE statuses SET hidden_at = @at WHERE id = @id`)

/** Whether one of several posts is hidden; `ids` is a JSON list. */
export const hiddenAmong = one(
  z.object({ id: z.int() }),
  `SELECT id FROM statuses WHERE id IN (SELECT value FROM json_each(@ids)) AND hidden_at IS NOT NULL LIMIT 1`,
)

/** Locks somebody out, or lets them in again (null). */
export const setFrozen = write(`UPDATE members SET disabled_at = @at WHERE account_id = @id`)

/** Makes somebody less visible, or as before (null). */
export const setLimited = write(`UPDATE accounts SET limited_at = @at WHERE id = @id`)

/** Suspends somebody, or ends that (null) unless their whole server is cut off. */
export const setSuspended = write(
  `UPDATE accounts SET suspended_at = @at WHERE id = @id
     AND (@at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM sleeping_accounts WHERE account_id = @id))`,
)

/** Puts a warning beside an author's words. */
export const putWarning = write(
  `INSERT INTO moderator_cw (status_id, words, topics, sensitive, rule, rule_version, action_id, created_at)
   VALUES (@statusId, @words, @topics, 1, @rule, @ruleVersion, @actionId, @now)
   ON CONFLICT (status_id) DO UPDATE SET words = CASE WHEN @words = '' THEN words ELSE excluded.words END,
     topics = CASE WHEN @words = '' THEN topics ELSE excluded.topics END, rule = excluded.rule,
     rule_version = excluded.rule_version, action_id = excluded.action_id`,
)

/** Takes the warning of an action away. */
export const removeWarning = write(`DELETE FROM moderator_cw WHERE action_id = @actionId AND status_id = @statusId`)

/** Whom several posts are by; `ids` is a JSON list. */
export const authorsOf = many(
  z.object({ id: z.int(), accountId: z.int(), createdAt: z.int(), text: z.string() }),
  `SELECT id, account_id AS accountId, created_at AS createdAt, text FROM statuses
   WHERE id IN (SELECT value FROM json_each(@ids)) AND reblog_of_id IS NULL`,
)

/** Whether moderators put a warning on somebody's posts before. */
export const warnedBefore = one(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_actions WHERE target_id IS NOT NULL AND target_id = @targetId AND kind = 'cw'
     AND (over_why IS NULL OR over_why IN ('time', 'reworded')) LIMIT 1`,
)
