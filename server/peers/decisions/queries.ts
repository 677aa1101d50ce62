import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

const columns = `id, domain, hidden, no_media AS noMedia, no_reports AS noReports, cut_off AS cutOff, obscured,
  public_reason AS publicReason, private_reason AS privateReason, ends_at AS endsAt, decided_by AS decidedBy,
  confirmed_by AS confirmedBy, decided_at AS decidedAt` as const
const decision = z.object({
  id: z.int(),
  domain: z.string(),
  hidden: z.int(),
  noMedia: z.int(),
  noReports: z.int(),
  cutOff: z.int(),
  obscured: z.int(),
  publicReason: z.string(),
  privateReason: z.string(),
  endsAt: z.int().nullable(),
  decidedBy: z.int().nullable(),
  confirmedBy: z.int().nullable(),
  decidedAt: z.int(),
})
/** A decision as stored. */
export type DecisionRow = z.infer<typeof decision>

/** Decisions by name, after one of them. */
export const decisionsAfter = many(
  decision,
  `SELECT ${columns} FROM domain_decisions WHERE domain > @after ORDER BY domain LIMIT @most`,
)

/** The decisions about any of `domains` (a JSON list). */
export const decisionsAbout = many(
  decision,
  `SELECT ${columns} FROM domain_decisions WHERE domain IN (SELECT value FROM json_each(@domains))`,
)

/** Decisions by their ids. */
export const decisionsById = ranged(
  decision.extend({ cursor: z.int() }),
  `SELECT id AS cursor, ${columns} FROM domain_decisions WHERE id > 0`,
  'id',
)

/** One decision. */
export const decisionById = one(decision, `SELECT ${columns} FROM domain_decisions WHERE id = @id`)

/** Decides about a server, or decides otherwise. */
export const putDecision = write(
  `INSERT INTO domain_decisions (id, domain, hidden, no_media, no_reports, cut_off, obscured, public_reason,
     private_reason, ends_at, decided_by, confirmed_by, decided_at)
   VALUES (@id, @domain, @hidden, @noMedia, @noReports, @cutOff, @obscured, @publicReason, @privateReason, @endsAt,
     @decidedBy, @confirmedBy, @now)
   ON CONFLICT (domain) DO UPDATE SET hidden = excluded.hidden, no_media = excluded.no_media,
     no_reports = excluded.no_reports, cut_off = excluded.cut_off, obscured = excluded.obscured,
     public_reason = excluded.public_reason, private_reason = excluded.private_reason, ends_at = excluded.ends_at,
     decided_by = excluded.decided_by, confirmed_by = excluded.confirmed_by, decided_at = excluded.decided_at`,
)

/** Takes a decision away. */
export const removeDecision = write(`DELETE FROM domain_decisions WHERE id = @id`)

/** How many follows there are from members to people of `domains` (a JSON list). */
export const countFollowing = one(
  z.object({ follows: z.int() }),
  `SELECT count(*) AS follows FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
   JOIN follows ON follows.target_id = accounts.id`,
)

/** How many there are the other way. */
export const countFollowers = one(
  z.object({ follows: z.int() }),
  `SELECT count(*) AS follows FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
   JOIN follows ON follows.account_id = accounts.id`,
)

/** How many members have either. */
export const countMembers = one(
  z.object({ members: z.int() }),
  `SELECT count(*) AS members FROM (
     SELECT follows.account_id FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
       JOIN follows ON follows.target_id = accounts.id
     UNION SELECT follows.target_id FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
       JOIN follows ON follows.account_id = accounts.id)`,
)

/** How many of their posts are here. */
export const countPosts = one(
  z.object({ posts: z.int() }),
  `SELECT coalesce(sum(accounts.statuses_count), 0) AS posts FROM json_each(@domains)
   JOIN accounts ON accounts.domain = json_each.value`,
)

/** Keeps the follows between members and the people of `domains`, as they sleep from now on. */
export const keepSevered = write(
  `INSERT OR IGNORE INTO severed_follows (account_id, target_id, member_id, domain, show_reblogs, notify, languages,
     severed_at, uri)
   SELECT follows.account_id, follows.target_id, follows.account_id, accounts.domain, follows.show_reblogs,
     follows.notify, follows.languages, @now, follows.uri
   FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
   JOIN follows ON follows.target_id = accounts.id
   UNION ALL SELECT follows.account_id, follows.target_id, follows.target_id, accounts.domain, follows.show_reblogs,
     follows.notify, follows.languages, @now, follows.uri
   FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
   JOIN follows ON follows.account_id = accounts.id`,
)

/** Ends those follows. */
export const endSevered = write(
  `DELETE FROM follows WHERE id IN (
     SELECT follows.id FROM json_each(@domains) JOIN severed_follows ON severed_follows.domain = json_each.value
     JOIN follows ON follows.account_id = severed_follows.account_id AND follows.target_id = severed_follows.target_id)`,
)

/** Ends requests between members and the people of `domains`. */
export const endAsked = write(
  `DELETE FROM follow_requests WHERE id IN (
     SELECT follow_requests.id FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
       JOIN follow_requests ON follow_requests.target_id = accounts.id
     UNION SELECT follow_requests.id FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
       JOIN follow_requests ON follow_requests.account_id = accounts.id)`,
)

/** Members who lost a follow with the people of `domains`. */
export const severedMembers = many(
  z.object({ memberId: z.int() }),
  `SELECT DISTINCT severed_follows.member_id AS memberId FROM json_each(@domains)
   JOIN severed_follows ON severed_follows.domain = json_each.value`,
)

/** The people of `domains` who may be seen, to be put to sleep. */
export const keepSleeping = write(
  `INSERT OR IGNORE INTO sleeping_accounts (account_id)
   SELECT accounts.id FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
   WHERE accounts.suspended_at IS NULL`,
)

/** Suspends those who sleep. */
export const suspendSleeping = write(
  `UPDATE accounts SET suspended_at = @now WHERE suspended_at IS NULL AND id IN (
     SELECT sleeping_accounts.account_id FROM json_each(@domains) JOIN accounts AS people
       ON people.domain = json_each.value JOIN sleeping_accounts ON sleeping_accounts.account_id = people.id)`,
)

/** Whom a decision puts to sleep and who did not sleep before. */
export const awake = many(
  z.object({ id: z.int() }),
  `SELECT accounts.id FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value
   WHERE accounts.suspended_at IS NULL`,
)

/** Wakes the people of `domains` who sleep, but for whom moderators suspended meanwhile. */
export const wakeSleeping = write(
  `UPDATE accounts SET suspended_at = NULL WHERE id IN (
     SELECT sleeping_accounts.account_id FROM json_each(@domains) JOIN accounts AS people
       ON people.domain = json_each.value JOIN sleeping_accounts ON sleeping_accounts.account_id = people.id)
     AND NOT EXISTS (SELECT 1 FROM moderation_actions WHERE target_id IS NOT NULL AND target_id = accounts.id
       AND over_at IS NULL AND kind IN ('suspend', 'remove'))`,
)

/** Forgets that they slept. */
export const forgetSleeping = write(
  `DELETE FROM sleeping_accounts WHERE account_id IN (
     SELECT accounts.id FROM json_each(@domains) JOIN accounts ON accounts.domain = json_each.value)`,
)

const severed = z.object({
  accountId: z.int(),
  targetId: z.int(),
  memberId: z.int(),
  domain: z.string(),
  showReblogs: z.int(),
  notify: z.int(),
  languages: z.string().nullable(),
  severedAt: z.int(),
  uri: z.string().nullable(),
})
const severedColumns = `severed_follows.account_id AS accountId, severed_follows.target_id AS targetId,
  severed_follows.member_id AS memberId, severed_follows.domain, severed_follows.show_reblogs AS showReblogs,
  severed_follows.notify, severed_follows.languages, severed_follows.severed_at AS severedAt,
  severed_follows.uri` as const

/** Follows that sleep between members and `domains`, but for those where one blocks the other, or their server, by now. */
export const sleepingFollows = many(
  severed,
  `SELECT ${severedColumns} FROM json_each(@domains) JOIN severed_follows ON severed_follows.domain = json_each.value
   WHERE NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = severed_follows.account_id
       AND target_id = severed_follows.target_id)
     AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = severed_follows.target_id
       AND target_id = severed_follows.account_id)
     AND NOT EXISTS (SELECT 1 FROM domain_blocks WHERE domain_blocks.account_id = severed_follows.member_id
       AND domain_blocks.domain = severed_follows.domain)`,
)

/** Forgets that they slept. */
export const forgetSevered = write(
  `DELETE FROM severed_follows WHERE domain IN (SELECT value FROM json_each(@domains))`,
)

/** What one member lost. */
export const severedOf = many(
  severed,
  `SELECT ${severedColumns} FROM severed_follows WHERE member_id = @memberId ORDER BY domain LIMIT @most`,
)

/** Lets somebody elsewhere follow a member again. */
export const putFollowBack = write(
  `INSERT OR IGNORE INTO follows (id, account_id, target_id, show_reblogs, notify, languages, created_at, uri)
   VALUES (@id, @accountId, @targetId, @showReblogs, @notify, @languages, @now, @uri)`,
)

/** The next people of a server. */
export const peopleOf = many(
  z.object({ id: z.int() }),
  `SELECT id FROM accounts WHERE domain = @domain AND username_key > coalesce(
     (SELECT username_key FROM accounts AS before WHERE before.id = @after), '') ORDER BY username_key LIMIT @most`,
)

/** Keeps that people are hidden, so that what they post later is too. */
export const hidePeople = write(`INSERT OR IGNORE INTO hidden_accounts (account_id) SELECT value FROM json_each(@ids)`)
/** Hides them no longer. */
export const showPeople = write(`DELETE FROM hidden_accounts WHERE account_id IN (SELECT value FROM json_each(@ids))`)

/** Takes the posts of `ids` (a JSON list) off public timelines. */
export const unlist = write(
  `UPDATE statuses SET listed = 0 WHERE account_id IN (SELECT value FROM json_each(@ids)) AND listed = 1`,
)

/** Puts them back: public ones that are no boost and answer nobody else. */
export const relist = write(
  `UPDATE statuses SET listed = 1 WHERE account_id IN (SELECT value FROM json_each(@ids)) AND listed = 0
     AND visibility = 'public' AND reblog_of_id IS NULL AND local_only = 0
     AND (in_reply_to_account_id IS NULL OR in_reply_to_account_id = account_id)
     AND NOT EXISTS (SELECT 1 FROM remote_statuses WHERE status_id = statuses.id AND parent_uri IS NOT NULL)`,
)

/** Servers that are spoken with where only named ones are. */
export const allowsAfter = many(
  z.object({ id: z.int(), domain: z.string(), allowedAt: z.int() }),
  `SELECT id, domain, allowed_at AS allowedAt FROM domain_allows WHERE domain > @after ORDER BY domain LIMIT @most`,
)
/** The same by their ids. */
export const allowsById = ranged(
  z.object({ cursor: z.int(), domain: z.string(), allowedAt: z.int() }),
  `SELECT id AS cursor, domain, allowed_at AS allowedAt FROM domain_allows WHERE id > 0`,
  'id',
)
/** One of them. */
export const allowById = one(
  z.object({ cursor: z.int(), domain: z.string(), allowedAt: z.int() }),
  `SELECT id AS cursor, domain, allowed_at AS allowedAt FROM domain_allows WHERE id = @id`,
)
/** Names one. */
export const putAllow = write(
  `INSERT INTO domain_allows (id, domain, allowed_at) VALUES (@id, @domain, @now) ON CONFLICT (domain) DO NOTHING`,
)
/** Names it no longer. */
export const removeAllow = write(`DELETE FROM domain_allows WHERE domain = @domain`)
