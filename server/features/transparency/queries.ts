import { z } from 'zod'
import { many } from '../../db/sql.ts'

/** What was decided about people and posts, once it can no more be undone; without whom, by whom and in which words. */
export const settledActions = many(
  z.object({
    kind: z.string(),
    rule: z.string().nullable(),
    ruleVersion: z.int().nullable(),
    settledAt: z.int().nullable(),
    remote: z.int(),
    byTwo: z.int(),
    appeal: z.enum(['open', 'granted', 'refused']).nullable(),
    reverted: z.int(),
  }),
  `SELECT act.kind, act.rule, act.rule_version AS ruleVersion, act.settled_at AS settledAt,
     instr(substr(moderation_cases.target_name, 2), char(64)) > 0 AS remote, act.second_id IS NOT NULL AS byTwo,
     moderation_appeals.state AS appeal, coalesce(act.over_why IN ('appeal', 'review', 'lifted'), 0) AS reverted
   FROM moderation_actions act JOIN moderation_cases ON moderation_cases.id = act.case_id
   LEFT JOIN moderation_appeals ON moderation_appeals.action_id = act.id
   WHERE act.id > 0 AND act.settled_at > 0 AND act.kind <> 'note' AND coalesce(act.over_why, '') <> 'undone'
   ORDER BY act.id DESC LIMIT @limit OFFSET @skip`,
)

/** How often what was done between two ids. */
export const countedActions = many(
  z.object({ action: z.string(), count: z.int(), reverted: z.int() }),
  `SELECT kind AS action, count(*) AS count, sum(coalesce(over_why IN ('appeal', 'review', 'lifted'), 0)) AS reverted
   FROM moderation_actions WHERE id >= @from AND id < @until AND settled_at > 0 AND kind <> 'note'
     AND coalesce(over_why, '') <> 'undone' GROUP BY kind ORDER BY kind`,
)

/** What holds for other servers, newest first. */
export const decidedDomains = many(
  z.object({
    domain: z.string(),
    hidden: z.int(),
    noMedia: z.int(),
    noReports: z.int(),
    cutOff: z.int(),
    obscured: z.int(),
    reason: z.string(),
    decidedAt: z.int(),
  }),
  `SELECT domain, hidden, no_media AS noMedia, no_reports AS noReports, cut_off AS cutOff, obscured,
     public_reason AS reason, decided_at AS decidedAt FROM domain_decisions WHERE id > 0 ORDER BY id DESC LIMIT @limit`,
)
