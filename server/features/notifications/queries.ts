import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { one, write } from '../../db/sql.ts'

/** What people are told of. */
export const notificationTypes = ['mention', 'follow', 'follow_request'] as const

const type = z.enum(notificationTypes)
const columns =
  `id AS cursor, type, from_account_id AS fromAccountId, status_id AS statusId, created_at AS createdAt` as const
const row = z.object({
  cursor: z.int(),
  type,
  fromAccountId: z.int(),
  statusId: z.int().nullable(),
  createdAt: z.int(),
})
/** A notification as stored; `cursor` is its id. */
export type NotificationRow = z.infer<typeof row>

/** What somebody was told: of the kinds in `types` (a JSON list), and only by `sender` where that is not null. */
export const notificationsOf = ranged(
  row,
  `SELECT ${columns} FROM notifications WHERE account_id = @me
     AND type IN (SELECT value FROM json_each(@types)) AND (@sender IS NULL OR from_account_id = @sender)`,
  'id',
)

/** One notification of somebody. */
export const notificationOf = one(row, `SELECT ${columns} FROM notifications WHERE id = @id AND account_id = @me`)

/** How many notifications are newer than `after`, counted up to `most`. */
export const countAfter = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM (SELECT id FROM notifications WHERE account_id = @me AND id > @after LIMIT @most)`,
)

/** Where somebody stopped reading their notifications. */
export const lastRead = one(
  z.object({ id: z.int() }),
  `SELECT last_read_id AS id FROM markers WHERE account_id = @me AND timeline = 'notifications'`,
)

/**
 * Tells everybody of this server whom a post mentions, but for its author, those between whom and the author there is
 * a block, and those who mute the author with notifications.
 */
export const tellMentioned = write(
  `INSERT INTO notifications (account_id, type, from_account_id, status_id, created_at)
   SELECT mentions.account_id, 'mention', @author, mentions.status_id, @now FROM mentions
     JOIN accounts ON accounts.id = mentions.account_id AND accounts.domain IS NULL
   WHERE mentions.status_id = @statusId AND mentions.account_id <> @author
     AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = mentions.account_id AND target_id = @author)
     AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = @author AND target_id = mentions.account_id)
     AND NOT EXISTS (SELECT 1 FROM mutes WHERE account_id = mentions.account_id AND target_id = @author
       AND notifications = 1 AND coalesce(expires_at, @now + 1) > @now)`,
)

/** Tells somebody of this server of a follow or a request, unless they mute the sender with notifications. */
export const tellOfPerson = write(
  `INSERT INTO notifications (account_id, type, from_account_id, created_at)
   SELECT id, @type, @sender, @now FROM accounts WHERE id = @me AND domain IS NULL
     AND NOT EXISTS (SELECT 1 FROM mutes WHERE account_id = @me AND target_id = @sender
       AND notifications = 1 AND coalesce(expires_at, @now + 1) > @now)`,
)

/** Takes back what was told of a person, of one kind. */
export const takeBack = write(
  `DELETE FROM notifications WHERE account_id = @me AND from_account_id = @sender AND type = @type`,
)

/** Takes away all that one person caused for another. */
export const removeFrom = write(`DELETE FROM notifications WHERE account_id = @me AND from_account_id = @sender`)

/** Takes one notification away. */
export const removeNotification = write(`DELETE FROM notifications WHERE id = @id AND account_id = @me`)

/** Takes all notifications of somebody away. */
export const removeAll = write(`DELETE FROM notifications WHERE account_id = @me`)
