import { z } from 'zod'
import { many, one } from '../../db/sql.ts'

/** How many people are here: confirmed, let in, not suspended. */
export const countUsers = one(
  z.object({ users: z.int() }),
  `SELECT count(*) AS users FROM accounts WHERE domain IS NULL AND suspended_at IS NULL AND joined_at IS NOT NULL`,
)

/** The numbers that are kept as they change: local `statuses`, `peers`. */
export const keptStats = many(z.object({ name: z.string(), value: z.int() }), `SELECT name, value FROM stats`)

/** The newest public posts from here that are for everyone, but for those on a topic that stays out of samples. */
export const newestPublicStatuses = many(
  z.object({ id: z.int() }),
  `SELECT statuses.id FROM statuses JOIN accounts ON accounts.id = statuses.account_id
   WHERE statuses.listed = 1 AND statuses.local = 1 AND statuses.local_only = 0 AND accounts.suspended_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM json_each(statuses.warning_topics) JOIN warning_topics
       ON warning_topics.slug = json_each.value WHERE warning_topics.discreet = 1)
   ORDER BY statuses.id DESC LIMIT @limit`,
)

/** When the community changed its own texts last (ms). */
export const textsChanged = one(
  z.object({ at: z.int().nullable() }),
  `SELECT max(updated_at) AS at FROM settings WHERE name IN ('statement', 'purpose', 'whoRuns')`,
)

/** How many people of this server used it since a time. */
export const countActive = one(
  z.object({ people: z.int() }),
  `SELECT count(*) AS people FROM accounts WHERE domain IS NULL AND suspended_at IS NULL AND joined_at IS NOT NULL
     AND (EXISTS (SELECT 1 FROM sessions WHERE sessions.account_id = accounts.id AND sessions.used_at > @since)
       OR EXISTS (SELECT 1 FROM tokens WHERE tokens.account_id = accounts.id AND tokens.used_at > @since))`,
)
