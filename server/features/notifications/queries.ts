import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

/** What people are told of. */
export const notificationTypes = [
  'mention',
  'follow',
  'follow_request',
  'update',
  'favourite',
  'reblog',
  'status',
  'poll',
  'quote',
  'quoted_update',
  'moderation_warning',
] as const

const type = z.enum(notificationTypes)
const columns = `id AS cursor, type, from_account_id AS fromAccountId, status_id AS statusId, created_at AS createdAt,
  group_key AS groupKey, filtered` as const
const row = z.object({
  cursor: z.int(),
  type,
  fromAccountId: z.int(),
  statusId: z.int().nullable(),
  createdAt: z.int(),
  groupKey: z.string().nullable(),
  filtered: z.int(),
})
/** A notification as stored; `cursor` is its id. */
export type NotificationRow = z.infer<typeof row>

/**
 * What somebody was told: of the kinds in `types` (a JSON list), and only by `sender` where that is not null; with what
 * waits as a stranger's request where `filtered` is 1.
 */
export const notificationsOf = ranged(
  row,
  `SELECT ${columns} FROM notifications WHERE account_id = @me
     AND type IN (SELECT value FROM json_each(@types)) AND (@sender IS NULL OR from_account_id = @sender)
     AND filtered <= @filtered`,
  'id',
)

/** The same, of those that belong together (of the kinds in `together`) the newest alone. */
export const headsOf = ranged(
  row,
  `SELECT ${columns} FROM notifications WHERE account_id = @me
     AND type IN (SELECT value FROM json_each(@types)) AND (@sender IS NULL OR from_account_id = @sender)
     AND filtered <= @filtered
     AND (group_key IS NULL OR type NOT IN (SELECT value FROM json_each(@together))
       OR NOT EXISTS (SELECT 1 FROM notifications AS newer WHERE newer.account_id = @me
         AND newer.group_key = notifications.group_key AND newer.id > notifications.id
         AND newer.filtered <= @filtered))`,
  'id',
)

/** The newest of each group of `keys` (a JSON list), up to `most` of each. */
export const membersOfGroups = many(
  row,
  `SELECT ${columns} FROM notifications WHERE id IN (
     SELECT shown.id FROM json_each(@keys) JOIN notifications AS shown ON shown.id IN (
       SELECT id FROM notifications WHERE account_id = @me AND group_key = json_each.value
       ORDER BY id DESC LIMIT @most))
   ORDER BY id DESC`,
)

/** How many each group has, and its oldest. */
export const sizesOfGroups = many(
  z.object({ groupKey: z.string(), count: z.int(), oldest: z.int() }),
  `SELECT json_each.value AS groupKey, count(*) AS count, min(notifications.id) AS oldest
   FROM json_each(@keys) JOIN notifications ON notifications.account_id = @me
     AND notifications.group_key = json_each.value
   GROUP BY json_each.value`,
)

/** A group of somebody's, from its newest. */
export const groupOf = ranged(
  row,
  `SELECT ${columns} FROM notifications WHERE account_id = @me AND group_key = @key`,
  'id',
)

/** Takes a group away. */
export const removeGroup = write(`DELETE FROM notifications WHERE account_id = @me AND group_key = @key`)

/** One notification of somebody. */
export const notificationOf = one(row, `SELECT ${columns} FROM notifications WHERE id = @id AND account_id = @me`)

/**
 * What is newer than `after` and is shown in the list: nothing by people in a truce, nor by or of whom one does not see
 * any more, and no decisions of moderators: these are told of above the inbox.
 */
const newer = `account_id = @me AND id > @after AND filtered = 0 AND type <> 'moderation_warning'
  AND NOT EXISTS (SELECT 1 FROM truces WHERE account_id = @me AND target_id = from_account_id AND ends_at > @now
    AND kind = 'truce')
  AND NOT EXISTS (SELECT 1 FROM truces WHERE account_id = from_account_id AND target_id = @me AND ends_at > @now
    AND kind = 'truce')
  AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.id = from_account_id AND suspended_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM statuses AS told JOIN accounts ON accounts.id = told.account_id
    WHERE told.id = status_id AND told.account_id <> @me
      AND (told.hidden_at IS NOT NULL OR accounts.suspended_at IS NOT NULL OR (told.visibility = 'private'
        AND NOT EXISTS (SELECT 1 FROM follows WHERE follows.account_id = @me AND follows.target_id = told.account_id)
        AND NOT EXISTS (SELECT 1 FROM mentions WHERE mentions.status_id = told.id AND mentions.account_id = @me))))` as const

/** How many of them there are, counted up to `most`. */
export const countAfter = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM (SELECT id FROM notifications WHERE ${newer} LIMIT @most)`,
)

/** The same, counting what belongs together once. */
export const countGroupsAfter = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM (SELECT DISTINCT coalesce(group_key, id) FROM notifications WHERE ${newer} LIMIT @most)`,
)

/** Where somebody stopped reading their notifications. */
export const lastRead = one(
  z.object({ id: z.int() }),
  `SELECT last_read_id AS id FROM markers WHERE account_id = @me AND timeline = 'notifications'`,
)

/** Tells the people `ids` (a JSON list) of what a sender did; who of them is told was decided before. */
export const tell = many(
  z.object({ id: z.int(), accountId: z.int() }),
  `INSERT INTO notifications (account_id, type, from_account_id, status_id, created_at, group_key, filtered)
   SELECT value, @type, @sender, @statusId, @now, @groupKey, @filtered FROM json_each(@ids) WHERE true
   RETURNING id, account_id AS accountId`,
)

/** The members who want to be told of each post of somebody that answers nobody else. */
export const bellFollowers = many(
  z.object({ id: z.int() }),
  `SELECT follows.account_id AS id FROM statuses JOIN follows ON follows.target_id = statuses.account_id
   WHERE statuses.id = @statusId AND follows.notify = 1 AND statuses.visibility <> 'direct'
     AND (statuses.in_reply_to_account_id IS NULL OR statuses.in_reply_to_account_id = statuses.account_id)
     AND NOT EXISTS (SELECT 1 FROM mentions
       WHERE mentions.status_id = statuses.id AND mentions.account_id = follows.account_id)`,
)

/** Takes back what was told of a person, of one kind. */
export const takeBack = write(
  `DELETE FROM notifications WHERE account_id = @me AND from_account_id = @sender AND type = @type`,
)

/** Who was told that a post names them, and who boosted it. */
export const holdersOf = many(
  z.object({ id: z.int() }),
  `SELECT DISTINCT account_id AS id FROM notifications WHERE status_id = @statusId AND type = 'mention'
   UNION SELECT account_id FROM statuses WHERE reblog_of_id IS NOT NULL AND reblog_of_id = @statusId`,
)

/** Takes back what was told of a post, of one kind. */
export const takeBackOf = write(`DELETE FROM notifications WHERE status_id = @statusId AND type = @type`)

/** Takes back what was told of a person and one post, of one kind. */
export const takeBackDeed = write(
  `DELETE FROM notifications WHERE status_id = @statusId AND from_account_id = @sender AND type = @type`,
)

/** Takes away all that one person caused for another. */
export const removeFrom = write(`DELETE FROM notifications WHERE account_id = @me AND from_account_id = @sender`)

/** Takes one notification away. */
export const removeNotification = write(`DELETE FROM notifications WHERE id = @id AND account_id = @me`)

/** Takes all notifications of somebody away. */
export const removeAll = write(`DELETE FROM notifications WHERE account_id = @me`)
