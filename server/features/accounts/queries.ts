import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'
import { roles } from '../../policies/viewer.ts'

const columns = `id, uri, username, domain, display_name AS displayName, note, avatar, header,
  avatar_description AS avatarDescription, header_description AS headerDescription, fields,
  hide_collections AS hideCollections, locked, discoverable, indexable, bot,
  created_at AS createdAt, joined_at AS joinedAt, suspended_at AS suspendedAt, limited_at AS limitedAt,
  last_status_at AS lastStatusAt,
  statuses_count AS statusesCount, followers_count AS followersCount, following_count AS followingCount` as const

/** An account as stored: its public side. Times in ms, `note` is the raw text. */
export const accountRow = z.object({
  id: z.int(),
  uri: z.string().nullable(),
  username: z.string(),
  domain: z.string().nullable(),
  displayName: z.string(),
  note: z.string(),
  avatar: z.string().nullable(),
  header: z.string().nullable(),
  avatarDescription: z.string(),
  headerDescription: z.string(),
  /** A JSON list; see `words.ts`. */
  fields: z.string(),
  hideCollections: z.int(),
  locked: z.int(),
  discoverable: z.int(),
  indexable: z.int(),
  bot: z.int(),
  createdAt: z.int(),
  joinedAt: z.int().nullable(),
  suspendedAt: z.int().nullable(),
  /** Since when others see less of them. */
  limitedAt: z.int().nullable(),
  lastStatusAt: z.int().nullable(),
  statusesCount: z.int(),
  followersCount: z.int(),
  followingCount: z.int(),
})
/** One of {@link accountRow}. */
export type AccountRow = z.infer<typeof accountRow>

/** One account, whoever may see it. */
export const accountById = one(accountRow, `SELECT ${columns} FROM accounts WHERE id = @id`)

/**
 * Where some of `ids` (a JSON list) moved to. Of other servers' people only where the new account is known here and says
 * itself that it was the old one; the addresses of our own begin with `ours`.
 */
export const movesAmong = many(
  z.object({ accountId: z.int(), targetId: z.int() }),
  `SELECT account_id AS accountId, target_id AS targetId FROM moves
     WHERE account_id IN (SELECT value FROM json_each(@ids)) AND ended_at IS NULL
   UNION ALL SELECT old.account_id, target.id FROM remote_actors AS old
     JOIN accounts ON accounts.id = old.account_id
     JOIN accounts AS target ON target.uri = old.moved_to AND target.suspended_at IS NULL
     JOIN remote_actors AS new ON new.account_id = target.id
     WHERE old.account_id IN (SELECT value FROM json_each(@ids)) AND old.moved_to IS NOT NULL
       AND EXISTS (SELECT 1 FROM json_each(new.also_known_as) WHERE json_each.value = accounts.uri)
   UNION ALL SELECT old.account_id, target.id FROM remote_actors AS old
     JOIN accounts ON accounts.id = old.account_id
     JOIN accounts AS target ON target.id = CAST(substr(old.moved_to, length(@ours) + 1) AS INTEGER)
       AND target.domain IS NULL AND target.suspended_at IS NULL AND old.moved_to = @ours || target.id
     JOIN aliases ON aliases.account_id = target.id AND aliases.uri = accounts.uri
     WHERE old.account_id IN (SELECT value FROM json_each(@ids)) AND old.moved_to IS NOT NULL`,
)

/** Several accounts, in no order; `ids` by `list()`. */
export const accountsByIds = many(
  accountRow,
  `SELECT ${columns} FROM accounts WHERE id IN (SELECT value FROM json_each(@ids))`,
)

/** A local account by the lower-case form of its name. */
export const localAccountByName = one(
  accountRow,
  `SELECT ${columns} FROM accounts WHERE username_key = @key AND domain IS NULL`,
)

/** Somebody of another server by their handle: the name in lower case, the host as it is kept. */
export const remoteAccountByName = one(
  accountRow,
  `SELECT ${columns} FROM accounts WHERE domain = @domain AND username_key = @key`,
)

const remoteRow = z.object({
  id: z.int(),
  uri: z.string().nullable(),
  kind: z.string(),
  url: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  headerUrl: z.string().nullable(),
  /** Sanitised, as are the values of the fields (a JSON list of {name, value}). */
  noteHtml: z.string(),
  fieldsHtml: z.string(),
  emojis: z.string(),
  statusesTotal: z.int().nullable(),
  followersTotal: z.int().nullable(),
  followingTotal: z.int().nullable(),
  fetchedAt: z.int(),
})
/** What another server says of its people. */
export type RemoteRow = z.infer<typeof remoteRow>

/** What other servers say of several people; `ids` by `list()`. */
export const remoteByIds = many(
  remoteRow,
  `SELECT accounts.id, uri, kind, url, avatar_url AS avatarUrl, header_url AS headerUrl, note_html AS noteHtml,
     fields_html AS fieldsHtml, emojis, statuses_total AS statusesTotal, followers_total AS followersTotal,
     following_total AS followingTotal, fetched_at AS fetchedAt
   FROM remote_actors JOIN accounts ON accounts.id = account_id
   WHERE account_id IN (SELECT value FROM json_each(@ids))`,
)

/** Makes a local account. */
export const insertAccount = write(
  `INSERT INTO accounts (id, username, username_key, created_at, joined_at, made_up, locked)
   VALUES (@id, @username, @key, @createdAt, @joinedAt, @madeUp, @locked)`,
)

/** Makes the private side of a local account. */
export const insertMember = write(
  `INSERT INTO members (account_id, email, email_hash, password_hash, confirmed_at, approved_at, applied_at, reason, locale, invite_id,
     known_at)
   VALUES (@accountId, @email, @emailHash, @passwordHash, @confirmedAt, @approvedAt, @appliedAt, @reason, @locale, @inviteId,
     @knownAt)`,
)

/** Lets an account be seen and take part from now on. */
export const setJoined = write(`UPDATE accounts SET joined_at = @now WHERE id = @accountId AND joined_at IS NULL`)

/** Gives a role. */
export const grantRole = write(
  `INSERT INTO roles (account_id, role, granted_at) VALUES (@accountId, @role, @now) ON CONFLICT DO NOTHING`,
)

/** Takes a role away. */
export const revokeRole = write(`DELETE FROM roles WHERE account_id = @accountId AND role = @role`)

/** Who has one of some roles. */
export const membersWithRoles = many(
  z.object({ accountId: z.int() }),
  `SELECT DISTINCT account_id AS accountId FROM roles WHERE role IN (SELECT value FROM json_each(@roles))`,
)

/** The roles of several accounts, a row each; `ids` by `list()`. */
export const rolesOf = many(
  z.object({ accountId: z.int(), role: z.enum(roles) }),
  `SELECT account_id AS accountId, role FROM roles WHERE account_id IN (SELECT value FROM json_each(@ids))`,
)

/** The roles of several accounts (a JSON list, or null) and whether some of them may have moved; `ids` by `list()`. */
export const beside = many(
  z.object({ accountId: z.int(), roles: z.string().nullable(), moved: z.int() }),
  `SELECT CAST(value AS INTEGER) AS accountId,
     (SELECT json_group_array(role) FROM roles WHERE account_id = value HAVING count(*) > 0) AS roles,
     EXISTS (SELECT 1 FROM moves WHERE account_id = value)
       OR EXISTS (SELECT 1 FROM remote_actors WHERE account_id = value AND moved_to IS NOT NULL) AS moved
   FROM json_each(@ids)`,
)

/** How a member likes to post. */
export const postingDefaults = one(
  z.object({
    visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
    sensitive: z.int(),
    language: z.string().nullable(),
    locale: z.string(),
    quotePolicy: z.enum(['public', 'followers', 'nobody']),
  }),
  `SELECT default_visibility AS visibility, default_quote_policy AS quotePolicy, default_sensitive AS sensitive, default_language AS language, locale
   FROM members WHERE account_id = @id`,
)

/** Changes the public side of a profile. */
export const updateProfile = write(
  `UPDATE accounts SET display_name = @displayName, display_key = @displayKey, note = @note, avatar = @avatar,
     header = @header, avatar_description = @avatarDescription, header_description = @headerDescription,
     fields = @fields, hide_collections = @hideCollections,
     locked = @locked, bot = @bot, discoverable = @discoverable, indexable = @indexable WHERE id = @id`,
)

/** Writes down what was found out about the lines of a profile. */
export const setFields = write(`UPDATE accounts SET fields = @fields WHERE id = @id`)

/** Which of some names, in lower case, belong to people of this server who have joined; `keys` by `list()`. */
export const joinedNames = many(
  z.object({ key: z.string(), username: z.string() }),
  `SELECT username_key AS key, username FROM accounts
   WHERE username_key IN (SELECT value FROM json_each(@keys)) AND domain IS NULL AND joined_at IS NOT NULL`,
)

/** Changes how a member likes to post. */
export const updatePostingDefaults = write(
  `UPDATE members SET default_visibility = @visibility, default_sensitive = @sensitive, default_language = @language,
     default_quote_policy = @quotePolicy WHERE account_id = @id`,
)
