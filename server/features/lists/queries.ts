import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

/** Which answers a list shows: to whom its owner follows, to people of the list, or none. */
export const repliesPolicies = ['followed', 'list', 'none'] as const

const listRow = z.object({
  id: z.int(),
  title: z.string(),
  repliesPolicy: z.enum(repliesPolicies),
  exclusive: z.int(),
})
/** A list as stored. */
export type ListRow = z.infer<typeof listRow>

const columns = `lists.id, lists.title, lists.replies_policy AS repliesPolicy, lists.exclusive` as const

/** Somebody's lists, the oldest first. */
export const listsOf = many(listRow, `SELECT ${columns} FROM lists WHERE account_id = @me ORDER BY id`)

/** One list of somebody. */
export const listOf = one(listRow, `SELECT ${columns} FROM lists WHERE id = @id AND account_id = @me`)

/** Whether somebody is in anybody's list. */
export const isInLists = one(
  z.object({ found: z.int() }),
  `SELECT EXISTS (SELECT 1 FROM list_accounts WHERE account_id = @accountId) AS found`,
)

/** The lists of somebody in which a person is. */
export const listsWith = many(
  listRow,
  `SELECT ${columns} FROM lists JOIN list_accounts ON list_accounts.list_id = lists.id
   WHERE lists.account_id = @me AND list_accounts.account_id = @accountId ORDER BY lists.id`,
)

/** How many lists somebody has. */
export const countLists = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM lists WHERE account_id = @me`,
)

/** Makes a list. */
export const insertList = write(
  `INSERT INTO lists (id, account_id, title, replies_policy, exclusive, created_at)
   VALUES (@id, @me, @title, @repliesPolicy, @exclusive, @now)`,
)

/** Changes a list. */
export const updateList = write(
  `UPDATE lists SET title = @title, replies_policy = @repliesPolicy, exclusive = @exclusive
   WHERE id = @id AND account_id = @me`,
)

/** Takes a list away. */
export const removeList = write(`DELETE FROM lists WHERE id = @id AND account_id = @me`)

/** The people of a list. */
export const peopleOf = ranged(
  z.object({ cursor: z.int(), accountId: z.int() }),
  `SELECT id AS cursor, account_id AS accountId FROM list_accounts WHERE list_id = @listId`,
  'id',
)

/** How many people are in a list. */
export const countPeople = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM list_accounts WHERE list_id = @listId`,
)

/** Whom of `ids` (a JSON list) somebody follows. */
export const followedAmong = many(
  z.object({ id: z.int() }),
  `SELECT target_id AS id FROM follows WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))`,
)

/** Puts a person into a list. */
export const addPerson = write(
  `INSERT INTO list_accounts (id, list_id, account_id) VALUES (@id, @listId, @accountId) ON CONFLICT DO NOTHING`,
)

/** Takes a person out of a list. */
export const removePerson = write(`DELETE FROM list_accounts WHERE list_id = @listId AND account_id = @accountId`)

/** Whether a post belongs into a list: what its owner may read and wants of its author, and the answers it is for. */
const belongs = `(statuses.visibility <> 'direct' OR EXISTS (SELECT 1 FROM mentions
       WHERE mentions.status_id = statuses.id AND mentions.account_id = lists.account_id))
     AND (statuses.in_reply_to_account_id IS NULL
       OR statuses.in_reply_to_account_id IN (statuses.account_id, lists.account_id)
       OR (lists.replies_policy = 'list' AND EXISTS (SELECT 1 FROM list_accounts AS other
         WHERE other.list_id = lists.id AND other.account_id = statuses.in_reply_to_account_id))
       OR (lists.replies_policy = 'followed' AND EXISTS (SELECT 1 FROM follows
         WHERE follows.account_id = lists.account_id AND follows.target_id = statuses.in_reply_to_account_id)))
     AND EXISTS (SELECT 1 FROM follows
       WHERE follows.account_id = lists.account_id AND follows.target_id = statuses.account_id
         AND (statuses.reblog_of_id IS NULL OR follows.show_reblogs = 1)
         AND (follows.languages IS NULL OR statuses.language IS NULL
           OR statuses.language IN (SELECT value FROM json_each(follows.languages))))` as const

/** Puts a post, or a boost of what does not stand there already, into the lists in which its author is. */
export const addToListsOf = write(
  `INSERT INTO list_entries (list_id, status_id)
   SELECT lists.id, statuses.id FROM statuses
     JOIN list_accounts ON list_accounts.account_id = statuses.account_id
     JOIN lists ON lists.id = list_accounts.list_id
   WHERE statuses.id = @statusId AND ${belongs}
     AND NOT EXISTS (SELECT 1 FROM list_entries AS shown WHERE shown.list_id = lists.id
       AND (shown.status_id = statuses.reblog_of_id OR shown.status_id IN
         (SELECT id FROM statuses AS other WHERE other.reblog_of_id = statuses.reblog_of_id))
       AND shown.status_id > coalesce((SELECT status_id FROM list_entries WHERE list_id = lists.id
         ORDER BY status_id DESC LIMIT 1 OFFSET @apart), 0))
   ON CONFLICT DO NOTHING`,
)

/** Brings somebody's newest posts into a list. */
export const fillListFrom = write(
  `INSERT INTO list_entries (list_id, status_id)
   SELECT lists.id, statuses.id FROM lists JOIN statuses ON statuses.account_id = @accountId
   WHERE lists.id = @listId AND statuses.reblog_of_id IS NULL AND ${belongs}
   ORDER BY statuses.id DESC LIMIT @most
   ON CONFLICT DO NOTHING`,
)

/** Takes somebody's posts out of a list. */
export const clearFromList = write(
  `DELETE FROM list_entries WHERE list_id = @listId AND status_id IN
     (SELECT shown.status_id FROM list_entries AS shown JOIN statuses ON statuses.id = shown.status_id
      WHERE shown.list_id = @listId AND statuses.account_id = @accountId)`,
)

/** What stands in a list. */
export const entriesOf = ranged(
  z.object({ cursor: z.int() }),
  `SELECT status_id AS cursor FROM list_entries WHERE list_id = @listId`,
  'status_id',
)

/** Takes the oldest entries out of a list that has more than `kept`. */
export const trimList = write(
  `DELETE FROM list_entries WHERE list_id = @listId AND status_id <=
     (SELECT status_id FROM list_entries WHERE list_id = @listId ORDER BY status_id DESC LIMIT 1 OFFSET @kept)`,
)
