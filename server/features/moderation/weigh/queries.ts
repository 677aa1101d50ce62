import { z } from 'zod'
import { many, one } from '../../../db/sql.ts'

/** How the last reports (`most`) of several people (`ids`: a JSON list) ended, and since when they are here. */
export const recordsOf = many(
  z.object({ id: z.int(), decided: z.int(), upheld: z.int(), joinedAt: z.int().nullable() }),
  `SELECT accounts.id, accounts.joined_at AS joinedAt,
     (SELECT count(*) FROM (SELECT 1 FROM reports WHERE reporter_id IS NOT NULL AND reporter_id = accounts.id
        AND outcome IS NOT NULL ORDER BY reports.id DESC LIMIT @most)) AS decided,
     (SELECT count(*) FROM (SELECT outcome FROM reports WHERE reporter_id IS NOT NULL AND reporter_id = accounts.id
        AND outcome IS NOT NULL ORDER BY reports.id DESC LIMIT @most) WHERE outcome <> 'nothing') AS upheld
   FROM accounts WHERE accounts.id IN (SELECT value FROM json_each(@ids))`,
)

/** Who reported in several cases (`ids`: a JSON list). */
export const reportersIn = many(
  z.object({ caseId: z.int(), id: z.int() }),
  `SELECT DISTINCT case_id AS caseId, reporter_id AS id FROM reports
   WHERE case_id IN (SELECT value FROM json_each(@ids)) AND reporter_id IS NOT NULL`,
)

/** Who reported a post since a time in what is not decided yet, the first before the others. */
export const reportersOfPost = many(
  z.object({ id: z.int() }),
  `SELECT reporter_id AS id FROM report_posts JOIN reports ON reports.id = report_posts.report_id
   WHERE status_id = @statusId AND reporter_id IS NOT NULL AND told_at IS NULL AND reports.created_at > @since
   GROUP BY reporter_id ORDER BY min(reports.id)`,
)

/** Whether a post was ever hidden or deleted by a decision: what was shown again is not hidden by a clock. */
export const hiddenBefore = one(
  z.object({ id: z.int() }),
  `SELECT id FROM moderation_actions WHERE status_id IS NOT NULL AND status_id = @statusId
     AND kind IN ('hide', 'delete') LIMIT 1`,
)

/** How somebody stands to several people (a JSON list), as far as a list shows it; who is nothing to them is left out. */
export const standsTo = many(
  z.object({ id: z.int(), kind: z.enum(['block', 'follows']) }),
  `SELECT target_id AS id, 'block' AS kind FROM blocks
     WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))
   UNION ALL SELECT target_id, 'block' FROM mutes WHERE account_id = @me
     AND target_id IN (SELECT value FROM json_each(@ids)) AND coalesce(expires_at, @now + 1) > @now
   UNION ALL SELECT target_id, 'follows' FROM follows
     WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))`,
)
