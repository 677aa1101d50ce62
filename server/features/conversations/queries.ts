import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

const columns = `coalesce(conversations.last_status_id, 0) AS cursor, conversations.id, people, unread` as const
const row = z.object({
  /** Its last post, by which conversations are ordered. */
  cursor: z.int(),
  id: z.int(),
  /** A JSON list of the others' ids. */
  people: z.string(),
  unread: z.int(),
})
/** A private conversation as stored. */
export type ConversationRow = z.infer<typeof row>

/** Somebody's private conversations, by their last posts. */
export const conversationsOf = ranged(
  row,
  `SELECT ${columns} FROM conversations WHERE account_id = @me`,
  'last_status_id',
)

/** Those of them that wait to be read, the newest first. */
export const unreadOf = many(
  row,
  `SELECT ${columns} FROM conversations WHERE account_id = @me AND unread = 1 ORDER BY last_status_id DESC LIMIT @most`,
)

/** One private conversation of somebody. */
export const conversationOf = one(row, `SELECT ${columns} FROM conversations WHERE id = @id AND account_id = @me`)

/** The private conversations of somebody in one thread that wait to be read. */
export const unreadIn = many(
  row,
  `SELECT ${columns} FROM conversations WHERE account_id = @me AND thread_id = @threadId AND unread = 1`,
)

/**
 * Notes the last post of a local person's conversation with some people in a thread, begun where there is none.
 * `unread` is 1 or 0, and null to leave it as it is.
 */
export const putConversation = many(
  z.object({ id: z.int() }),
  `INSERT INTO conversations (id, account_id, thread_id, people, last_status_id, unread)
   SELECT @id, accounts.id, @threadId, @people, @statusId, coalesce(@unread, 0) FROM accounts
     WHERE accounts.id = @accountId AND accounts.domain IS NULL
   ON CONFLICT (account_id, thread_id, people) DO UPDATE SET
     last_status_id = max(coalesce(last_status_id, 0), excluded.last_status_id), unread = coalesce(@unread, unread)
   RETURNING id`,
)

/** Puts a post into a conversation. */
export const putStatus = write(
  `INSERT INTO conversation_statuses (conversation_id, status_id) VALUES (@id, @statusId) ON CONFLICT DO NOTHING`,
)

/** Takes a post out of all conversations; one that is empty then goes with it. */
export const takeStatusOut = write(`DELETE FROM conversation_statuses WHERE status_id = @statusId`)

/** Marks a conversation as read (0) or not (1). */
export const markConversation = write(`UPDATE conversations SET unread = @unread WHERE id = @id AND account_id = @me`)

/** Takes a conversation off its owner's list; the posts stay. */
export const removeConversation = write(`DELETE FROM conversations WHERE id = @id AND account_id = @me`)
