import { z } from 'zod'
import { ranged } from '../../../db/range.ts'
import { many, one, write } from '../../../db/sql.ts'

const hearing = z.enum(['accept', 'filter', 'drop'])
const policyColumns = `not_following AS notFollowing, not_followers AS notFollowers, new_accounts AS newAccounts,
  private_mentions AS privateMentions, limited_accounts AS limitedAccounts` as const
const policy = {
  notFollowing: hearing,
  notFollowers: hearing,
  newAccounts: hearing,
  privateMentions: hearing,
  limitedAccounts: hearing,
}

/** What somebody chose to hear of whom; none where nothing was chosen. */
export const policyOf = one(
  z.object(policy),
  `SELECT ${policyColumns} FROM notification_policies WHERE account_id = @me`,
)

/** Keeps what somebody chose. */
export const putPolicy = write(
  `INSERT INTO notification_policies
     (account_id, not_following, not_followers, new_accounts, private_mentions, limited_accounts)
   VALUES (@me, @notFollowing, @notFollowers, @newAccounts, @privateMentions, @limitedAccounts)
   ON CONFLICT (account_id) DO UPDATE SET not_following = excluded.not_following,
     not_followers = excluded.not_followers, new_accounts = excluded.new_accounts,
     private_mentions = excluded.private_mentions, limited_accounts = excluded.limited_accounts`,
)

/** How the people `ids` (a JSON list) stand to a sender; a follow after `recent` is too new to count. */
export const hearersOf = many(
  z.object({ id: z.int(), following: z.int(), followed: z.int(), permitted: z.int() }),
  `SELECT accounts.id,
     EXISTS (SELECT 1 FROM follows WHERE account_id = accounts.id AND target_id = @sender) AS following,
     EXISTS (SELECT 1 FROM follows WHERE account_id = @sender AND target_id = accounts.id
       AND created_at <= @recent) AS followed,
     EXISTS (SELECT 1 FROM notification_permissions WHERE account_id = accounts.id
       AND from_account_id = @sender) AS permitted
   FROM json_each(@ids) JOIN accounts ON accounts.id = json_each.value`,
)

/** Keeps that somebody's notifications wait, with the newest post of them. */
export const putRequest = write(
  `INSERT INTO notification_requests (id, account_id, from_account_id, last_status_id, created_at, updated_at)
   VALUES (@id, @me, @sender, @statusId, @now, @now)
   ON CONFLICT (account_id, from_account_id) DO UPDATE SET updated_at = excluded.updated_at,
     last_status_id = coalesce(excluded.last_status_id, last_status_id)`,
)

const request = z.object({
  cursor: z.int(),
  fromAccountId: z.int(),
  lastStatusId: z.int().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
})
/** A request as stored; `cursor` is its id. */
export type RequestRow = z.infer<typeof request>
const requestColumns = `id AS cursor, from_account_id AS fromAccountId, last_status_id AS lastStatusId,
  created_at AS createdAt, updated_at AS updatedAt` as const

/** Whose notifications wait for somebody. */
export const requestsOf = ranged(
  request,
  `SELECT ${requestColumns} FROM notification_requests WHERE account_id = @me`,
  'id',
)

/** Some of these requests; `ids` is a JSON list. */
export const requestsByIds = many(
  request,
  `SELECT ${requestColumns} FROM notification_requests
   WHERE id IN (SELECT value FROM json_each(@ids)) AND account_id = @me ORDER BY id DESC`,
)

/** How many notifications of the senders (a JSON list) wait. */
export const countWaitingOf = many(
  z.object({ id: z.int(), count: z.int() }),
  `SELECT from_account_id AS id, count(*) AS count FROM notifications WHERE account_id = @me AND filtered = 1
     AND from_account_id IN (SELECT value FROM json_each(@senders)) GROUP BY from_account_id`,
)

/** The posts that name somebody alone and wait as a stranger's request, the first first. */
export const waitingWords = many(
  z.object({ statusId: z.int() }),
  `SELECT statuses.id AS statusId FROM notifications JOIN statuses ON statuses.id = notifications.status_id
   WHERE notifications.account_id = @me AND from_account_id = @sender AND filtered = 1 AND type = 'mention'
     AND statuses.visibility = 'direct' ORDER BY statuses.id`,
)

/** How much waits in all. */
export const countWaiting = one(
  z.object({ requests: z.int(), notifications: z.int() }),
  `SELECT (SELECT count(*) FROM notification_requests WHERE account_id = @me) AS requests,
     (SELECT count(*) FROM notifications JOIN notification_requests ON notification_requests.account_id = @me
        AND notification_requests.from_account_id = notifications.from_account_id
      WHERE notifications.account_id = @me AND notifications.filtered = 1) AS notifications`,
)

/** Lets somebody be heard from now on. */
export const permit = write(
  `INSERT INTO notification_permissions (account_id, from_account_id, created_at) VALUES (@me, @sender, @now)
   ON CONFLICT DO NOTHING`,
)

/** Shows what waited of somebody. */
export const showWaiting = write(
  `UPDATE notifications SET filtered = 0 WHERE account_id = @me AND from_account_id = @sender AND filtered = 1`,
)

/** Takes away what waited of somebody. */
export const dropWaiting = write(
  `DELETE FROM notifications WHERE account_id = @me AND from_account_id = @sender AND filtered = 1`,
)

/** Takes a request away. */
export const removeRequest = write(`DELETE FROM notification_requests WHERE id = @id AND account_id = @me`)
