import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'
import { roles } from '../../../policies/viewer.ts'

const alertKind = z.enum(['pile_on', 'thread', 'report', 'talk', 'complaint', 'feedback', 'debrief'])
/** What an alert can be. */
export type AlertKind = z.infer<typeof alertKind>

const alertRow = z.object({
  id: z.int(),
  kind: alertKind,
  sealed: z.instanceof(Buffer),
  createdAt: z.int(),
  dueAt: z.int().nullable(),
})
/** An alert as stored. */
export type AlertRow = z.infer<typeof alertRow>

/** The newest alerts of some kinds (a JSON list). */
export const alertsOf = many(
  alertRow,
  `SELECT id, kind, sealed, created_at AS createdAt, due_at AS dueAt FROM mediation_alerts
   WHERE kind IN (SELECT value FROM json_each(@kinds)) ORDER BY id DESC LIMIT @most`,
)

/** What somebody gave to the moderators, by their fingerprint; the newest first. */
export const reportsBy = many(
  alertRow,
  `SELECT id, kind, sealed, created_at AS createdAt, due_at AS dueAt FROM mediation_alerts
   WHERE kind = 'report' AND who = @who ORDER BY id DESC LIMIT @most`,
)

/** How many alerts of a kind somebody's fingerprint has since a time. */
export const countAlerts = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM mediation_alerts WHERE kind = @kind AND who = @who AND created_at > @since`,
)

/** Keeps an alert. */
export const insertAlert = write(
  `INSERT INTO mediation_alerts (id, kind, who, sealed, created_at, due_at, until)
   VALUES (@id, @kind, @who, @sealed, @now, @dueAt, @until) ON CONFLICT DO NOTHING`,
)

/** Takes an alert away. */
export const removeAlert = write(`DELETE FROM mediation_alerts WHERE id = @id`)

/** Takes away alerts whose time is over. */
export const forgetAlerts = write(`DELETE FROM mediation_alerts WHERE until <= @now`)

/** Which of these roles (a JSON list) somebody holds. */
export const holdersOf = many(
  z.object({ role: z.enum(roles) }),
  `SELECT DISTINCT role FROM roles WHERE role IN (SELECT value FROM json_each(@roles))`,
)

/** Everybody who holds a role. */
export const peopleWithRole = many(
  z.object({ accountId: z.int() }),
  `SELECT account_id AS accountId FROM roles WHERE role = @role`,
)
