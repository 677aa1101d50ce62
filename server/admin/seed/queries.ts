import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

/** A member of this server who is there already, real ones first. */
export const anyMember = one(
  z.object({ madeUp: z.int() }),
  `SELECT made_up AS madeUp FROM accounts WHERE domain IS NULL ORDER BY made_up LIMIT 1`,
)

/** A made-up person. */
export const addPerson = write(
  `INSERT INTO accounts (id, username, username_key, display_name, display_key, note, locked, discoverable, made_up, created_at, joined_at)
   VALUES (@id, @username, @username, @name, lower(@name), @bio, @locked, 1, 1, @at, @at)`,
)

/** The private side of a made-up person, who has no mail address. */
export const addPrivateSide = write(
  `INSERT INTO members (account_id, password_hash, confirmed_at, approved_at) VALUES (@id, @passwordHash, @at, @at)`,
)

/** A follow. */
export const addFollow = write(
  `INSERT INTO follows (id, account_id, target_id, created_at) VALUES (@id, @accountId, @targetId, @at)
   ON CONFLICT DO NOTHING`,
)

/** A post. */
export const addStatus = write(
  `INSERT INTO statuses (id, account_id, local, thread_id, in_reply_to_id, in_reply_to_account_id, text, spoiler_text,
     warning_topics, sensitive, visibility, local_only, language, created_at, listed)
   VALUES (@id, @accountId, 1, @threadId, @parentId, @parentAccountId, @text, @spoilerText,
     @topics, @sensitive, @visibility, @localOnly, 'en', @at, @listed)`,
)

/** Somebody whom a post mentions. */
export const addMention = write(`INSERT INTO mentions (status_id, account_id) VALUES (@statusId, @accountId)`)

/** Tells somebody of a mention. */
export const addMentionNotice = write(
  `INSERT INTO notifications (account_id, type, from_account_id, status_id, created_at)
   VALUES (@accountId, 'mention', @fromId, @statusId, @at)`,
)

/** A hashtag, once. */
export const addTag = write(`INSERT INTO tags (id, name, display) VALUES (@id, @name, @display) ON CONFLICT DO NOTHING`)

/** A hashtag in a post. */
export const tagStatus = write(
  `INSERT INTO status_tags (tag_id, status_id) SELECT id, @statusId FROM tags WHERE name = @name
   ON CONFLICT DO NOTHING`,
)

/** A post in somebody's home timeline. */
export const addHomeEntry = write(`INSERT INTO home_entries (account_id, status_id) VALUES (@accountId, @statusId)`)

/** A server that does not exist. */
export const addPeer = write(
  `INSERT INTO peers (domain, first_seen_at, last_seen_at, made_up) VALUES (@domain, @at, @at, 1)`,
)
