import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

/** Cases that came between two ids: how urgent, and how long until somebody looked and decided (ms). */
export const casesBetween = many(
  z.object({ urgency: z.string(), look: z.int().nullable(), decision: z.int().nullable(), reports: z.int() }),
  `SELECT urgency, looked_at - created_at AS look, decided_at - created_at AS decision, reports FROM moderation_cases
   WHERE id >= @from AND id < @until`,
)

/** What was done between two ids. */
export const actionsBetween = many(
  z.object({
    byId: z.int().nullable(),
    secondId: z.int().nullable(),
    kind: z.string(),
    overWhy: z.string().nullable(),
    /** Sealed: the words to the person are only looked for, and not read. */
    content: z.instanceof(Buffer),
  }),
  `SELECT by_id AS byId, second_id AS secondId, kind, over_why AS overWhy, content FROM moderation_actions
   WHERE id >= @from AND id < @until AND coalesce(over_why, '') <> 'undone'`,
)

/** Appeals that were made between two ids and decided. */
export const appealsBetween = many(
  z.object({ state: z.string() }),
  `SELECT state FROM moderation_appeals WHERE id >= @from AND id < @until AND state <> 'open'`,
)

/** How many decided cases were opened again between two times. */
export const countReopened = one(
  z.object({ count: z.int() }),
  `SELECT count(DISTINCT case_id) AS count FROM moderation_log
   WHERE verb = 'case_reopened' AND at >= @since AND at < @before`,
)

/** Cases whose time is over, counted to a hundred. */
export const countLate = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM (SELECT 1 FROM moderation_cases WHERE state = 'open' AND due_at < @now LIMIT 100)`,
)

/** How many came to each step of joining from one day to another. */
export const stepsSince = many(
  z.object({ step: z.string(), count: z.int() }),
  `SELECT step, sum(count) AS count FROM step_counts WHERE day >= @day AND day < @before GROUP BY step`,
)

/** Counts one more at a step of joining. */
export const countStep = write(
  `INSERT INTO step_counts (day, step, count) VALUES (@day, @step, 1)
   ON CONFLICT (day, step) DO UPDATE SET count = count + 1`,
)

/** Forgets days that are too old to be counted. */
export const forgetSteps = write(`DELETE FROM step_counts WHERE day < @day`)
