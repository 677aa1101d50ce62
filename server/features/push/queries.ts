import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const policy = z.enum(['all', 'followed', 'follower', 'none'])
const columns =
  `push_subscriptions.id AS id, push_subscriptions.account_id AS accountId, target, standard, alerts, policy,
  session_hash IS NOT NULL AS ours, noticed_day AS noticedDay` as const
const row = z.object({
  id: z.int(),
  accountId: z.int(),
  /** Address, keys and the program's token, sealed. */
  target: z.instanceof(Buffer),
  standard: z.int(),
  /** A JSON list of what is told. */
  alerts: z.string(),
  policy,
  /** Whether it is of our own client. */
  ours: z.int(),
  noticedDay: z.int(),
})
/** Where somebody is told of things, as stored. */
export type SubscriptionRow = z.infer<typeof row>

/** The one of a program's token. */
export const subscriptionOfToken = one(row, `SELECT ${columns} FROM push_subscriptions WHERE token_hash = @hash`)

/** The one of a session of our own client. */
export const subscriptionOfSession = one(row, `SELECT ${columns} FROM push_subscriptions WHERE session_hash = @hash`)

/** All of a person. */
export const subscriptionsOf = many(row, `SELECT ${columns} FROM push_subscriptions WHERE account_id = @accountId`)

const live = `push_subscriptions JOIN members ON members.account_id = push_subscriptions.account_id
   JOIN accounts ON accounts.id = push_subscriptions.account_id
   LEFT JOIN sessions ON sessions.token_hash = push_subscriptions.session_hash` as const

/** One that still speaks to somebody who may be told: its session has not run out, and they are not shut out. */
export const liveSubscription = one(
  row,
  `SELECT ${columns} FROM ${live}
   WHERE push_subscriptions.id = @id AND members.disabled_at IS NULL AND accounts.suspended_at IS NULL
     AND (push_subscriptions.session_hash IS NULL OR sessions.expires_at > @now)`,
)

/** Keeps where somebody is told; exactly one of the hashes is given. */
export const insertSubscription = write(
  `INSERT INTO push_subscriptions
     (id, account_id, token_hash, session_hash, target, standard, alerts, policy, created_at)
   VALUES (@id, @accountId, @tokenHash, @sessionHash, @target, @standard, @alerts, @policy, @now)`,
)

/** Changes what is told there. */
export const updateSubscription = write(
  `UPDATE push_subscriptions SET alerts = @alerts, policy = @policy WHERE id = @id`,
)

/** Ends one. */
export const removeSubscription = write(`DELETE FROM push_subscriptions WHERE id = @id`)

/** Notes on which day a notice knocked there. */
export const noteNoticed = write(`UPDATE push_subscriptions SET noticed_day = @day WHERE id = @id`)

/** What somebody chose for all their devices. */
export const choicesOf = one(
  z.object({ bare: z.int(), quietFrom: z.string().nullable(), quietTo: z.string().nullable(), timeZone: z.string() }),
  `SELECT bare, quiet_from AS quietFrom, quiet_to AS quietTo, time_zone AS timeZone FROM push_choices
   WHERE account_id = @accountId`,
)

/** Keeps what somebody chose. */
export const putChoices = write(
  `INSERT INTO push_choices (account_id, bare, quiet_from, quiet_to, time_zone)
   VALUES (@accountId, @bare, @quietFrom, @quietTo, @timeZone)
   ON CONFLICT (account_id) DO UPDATE SET bare = excluded.bare, quiet_from = excluded.quiet_from,
     quiet_to = excluded.quiet_to, time_zone = excluded.time_zone`,
)

/** The key of the community, its private half sealed. */
export const keyRow = one(
  z.object({ publicKey: z.string(), privateKey: z.instanceof(Buffer) }),
  `SELECT public_key AS publicKey, private_key AS privateKey FROM push_keys WHERE id = 1`,
)

/** Keeps the key. */
export const putKey = write(
  `INSERT INTO push_keys (id, public_key, private_key, created_at) VALUES (1, @publicKey, @privateKey, @now)
   ON CONFLICT (id) DO UPDATE SET public_key = excluded.public_key, private_key = excluded.private_key,
     created_at = excluded.created_at`,
)
