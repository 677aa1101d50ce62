import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, write } from '../../db/sql.ts'

/** Which of `threads` (a JSON list) somebody hears nothing of now. */
export const mutedThreads = many(
  z.object({ threadId: z.int() }),
  `SELECT thread_id AS threadId FROM thread_mutes WHERE account_id = @me
     AND thread_id IN (SELECT value FROM json_each(@threads)) AND coalesce(expires_at, @now + 1) > @now`,
)

/** The conversations that somebody hears nothing of now, with the post at which they said so while it is there. */
export const mutedThreadsOf = ranged(
  z.object({
    cursor: z.int(),
    threadId: z.int(),
    statusId: z.int().nullable(),
    expiresAt: z.int().nullable(),
  }),
  `SELECT id AS cursor, thread_id AS threadId, status_id AS statusId, expires_at AS expiresAt FROM thread_mutes
   WHERE account_id = @me AND coalesce(expires_at, @now + 1) > @now`,
  'id',
)

/** Mutes a conversation, or changes until when. */
export const putThreadMute = write(
  `INSERT INTO thread_mutes (id, account_id, thread_id, status_id, expires_at, created_at)
   VALUES (@id, @me, @threadId, @statusId, @expiresAt, @now)
   ON CONFLICT (account_id, thread_id) DO UPDATE SET status_id = excluded.status_id, expires_at = excluded.expires_at`,
)

/** Ends the mute of a conversation. */
export const removeThreadMute = write(`DELETE FROM thread_mutes WHERE account_id = @me AND thread_id = @threadId`)

/** Takes away mutes of conversations whose time is over. */
export const forgetThreadMutes = write(`DELETE FROM thread_mutes WHERE expires_at <= @now`)
