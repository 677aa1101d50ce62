import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `id, username, email, email_hash AS emailHash, known, password_hash AS passwordHash, locale,
  rules_version AS rulesVersion, rules_locale AS rulesLocale, rules_acks AS rulesAcks, rules_sha256 AS rulesSha256,
  reason, invite_id AS inviteId, hand_code AS handCode, by_hand_at AS byHandAt, mail_id AS mailId,
  mails_sent AS mailsSent, created_at AS createdAt, expires_at AS expiresAt, account_id AS accountId,
  refused_at AS refusedAt, needs_approval AS needsApproval, passkey` as const

const registrationRow = z.object({
  id: z.int(),
  username: z.string(),
  email: z.instanceof(Buffer),
  emailHash: z.instanceof(Buffer),
  known: z.int(),
  passwordHash: z.string(),
  locale: z.string(),
  rulesVersion: z.int(),
  rulesLocale: z.string(),
  rulesAcks: z.string(),
  rulesSha256: z.string(),
  reason: z.string(),
  inviteId: z.int().nullable(),
  handCode: z.string(),
  byHandAt: z.int().nullable(),
  mailId: z.int().nullable(),
  mailsSent: z.int(),
  createdAt: z.int(),
  expiresAt: z.int(),
  accountId: z.int().nullable(),
  refusedAt: z.int().nullable(),
  needsApproval: z.int(),
  /** The passkey of who has no password: a JSON object. */
  passkey: z.string().nullable(),
})
/** A newcomer as stored; `known`: the address belongs to a member, so this never becomes an account. */
export type RegistrationRow = z.infer<typeof registrationRow>

/** The registration of a browser's cookie. */
export const registrationByToken = one(
  registrationRow,
  `SELECT ${columns} FROM registrations WHERE token_hash = @hash AND expires_at > @now`,
)

/** One registration. */
export const registrationById = one(registrationRow, `SELECT ${columns} FROM registrations WHERE id = @id`)

/** The registration that holds a name. */
export const registrationByName = one(
  z.object({ id: z.int() }),
  `SELECT id FROM registrations WHERE username_key = @key AND expires_at > @now`,
)

/** Whether a form was sent before. */
export const registrationByForm = one(z.object({ id: z.int() }), `SELECT id FROM registrations WHERE form_id = @formId`)

/** Gives a registration another secret for its browser's cookie. */
export const giveToken = write(`UPDATE registrations SET token_hash = @hash WHERE id = @id`)

/** Whether a code is in use. */
export const registrationByCode = one(z.object({ id: z.int() }), `SELECT id FROM registrations WHERE hand_code = @code`)

/** The newcomers who asked to be confirmed by hand, newest first. */
export const waitingForHand = many(
  registrationRow,
  `SELECT ${columns} FROM registrations WHERE by_hand_at IS NOT NULL AND id < @before AND account_id IS NULL
     AND refused_at IS NULL AND expires_at > @now ORDER BY id DESC LIMIT @limit`,
)

/** Adds a newcomer. */
export const insertRegistration = write(
  `INSERT INTO registrations (id, token_hash, form_id, username, username_key, email, email_hash, known, password_hash,
     locale, rules_version, rules_locale, rules_acks, rules_sha256, reason, invite_id, hand_code, needs_approval, created_at,
     expires_at, passkey)
   VALUES (@id, @tokenHash, @formId, @username, @key, @email, @emailHash, @known, @passwordHash,
     @locale, @rulesVersion, @rulesLocale, @rulesAcks, @rulesDigest, @reason, @inviteId, @handCode, @needsApproval, @now,
     @expiresAt, @passkey)`,
)

/** Frees a name that an old registration still holds. */
export const deleteExpiredByName = write(`DELETE FROM registrations WHERE username_key = @key AND expires_at <= @now`)

/** Takes a registration away. */
export const deleteRegistration = write(`DELETE FROM registrations WHERE id = @id`)

/** Changes where the confirmation goes; `look` is 1 where somebody wants to look at such an address first. */
export const setAddress = write(
  `UPDATE registrations SET email = @email, email_hash = @emailHash, known = @known,
     needs_approval = max(needs_approval, @look) WHERE id = @id`,
)

/** Notes the mail that was sent last. */
export const noteMail = write(`UPDATE registrations SET mail_id = @mailId, mails_sent = mails_sent + 1 WHERE id = @id`)

/** Notes that somebody asks to be confirmed by hand. */
export const askByHand = write(
  `UPDATE registrations SET by_hand_at = coalesce(by_hand_at, @now), expires_at = max(expires_at, @until) WHERE id = @id`,
)

/** Ties a registration to the account that came of it, and forgets the password's hash and the passkey. */
export const tieToAccount = write(
  `UPDATE registrations SET account_id = @accountId, password_hash = '', passkey = NULL, expires_at = @expiresAt WHERE id = @id`,
)

/** Marks what else waits for the same address: it belongs to a member now. */
export const markKnown = write(`UPDATE registrations SET known = 1 WHERE email_hash = @emailHash AND id <> @id`)

/** Lets the page of a registration speak until a time. */
export const setExpiry = write(`UPDATE registrations SET expires_at = @expiresAt WHERE account_id = @accountId`)

/** Notes a refusal and lets go of the account, which is deleted next. */
export const markRefused = write(
  `UPDATE registrations SET account_id = NULL, refused_at = @now, expires_at = @expiresAt WHERE account_id = @accountId`,
)

/** Forgets registrations whose time is over. */
export const deleteExpiredRegistrations = write(`DELETE FROM registrations WHERE expires_at <= @now`)

/** Who has a mail address. */
export const memberByEmail = one(
  z.object({ accountId: z.int() }),
  `SELECT account_id AS accountId FROM members WHERE email_hash = @emailHash`,
)

/** What somebody who waits for approval told. */
export const applicationOf = one(
  z.object({ reason: z.string(), appliedAt: z.int().nullable() }),
  `SELECT reason, applied_at AS appliedAt FROM members WHERE account_id = @accountId AND approved_at IS NULL`,
)

/** How long the last people who were let in had waited, in ms. */
export const lastWaits = many(
  z.object({ wait: z.int() }),
  `SELECT approved_at - applied_at AS wait FROM members
   WHERE applied_at IS NOT NULL AND approved_at > 0 ORDER BY approved_at DESC LIMIT 20`,
)

/** Whether a proof of work was used before. */
export const isSpent = one(
  z.object({ expiresAt: z.int() }),
  `SELECT expires_at AS expiresAt FROM spent_proofs WHERE signature = @signature`,
)

/** Notes that a proof of work was used. */
export const spendProof = write(`INSERT INTO spent_proofs (signature, expires_at) VALUES (@signature, @expiresAt)`)

/** Forgets proofs that are too old to be used again. */
export const deleteSpentProofs = write(`DELETE FROM spent_proofs WHERE expires_at <= @now`)

/** Somebody here, or another newcomer, whose name looks like one; `own` is the asking newcomer's registration. */
export const sameLook = one(
  z.object({ found: z.int() }),
  `SELECT 1 AS found FROM accounts WHERE username_look = @look AND domain IS NULL
   UNION ALL
   SELECT 1 FROM registrations WHERE username_look = @look AND expires_at > @now AND id <> @own LIMIT 1`,
)

/** How many people came here by themselves, and how many asked to, since then; each counts to `limit`. */
export const countArrivals = one(
  z.object({ joined: z.int(), applied: z.int() }),
  `SELECT
     (SELECT count(*) FROM (SELECT 1 FROM accounts WHERE domain IS NULL AND suspended_at IS NULL
       AND joined_at > @since LIMIT @limit)) AS joined,
     (SELECT count(*) FROM (SELECT 1 FROM members WHERE approved_at IS NULL AND applied_at > @since LIMIT @limit))
       AS applied`,
)

/** How many registrations with an address began since then; counts to `limit`. */
export const countWithAddress = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM (
     SELECT 1 FROM registrations WHERE email_hash = @emailHash AND created_at > @since LIMIT @limit)`,
)

/** Whether a member's posts may carry everything; undefined for somebody who is no member. */
export const knownSince = one(
  z.object({ knownAt: z.int().nullable() }),
  `SELECT known_at AS knownAt FROM members WHERE account_id = @accountId`,
)

/** Lets a member's posts carry everything from now on. */
export const setKnown = write(`UPDATE members SET known_at = @now WHERE account_id = @accountId AND known_at IS NULL`)

/** How many public posts of somebody have stood since `until`; counts to `limit`. */
export const countStanding = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM (
     SELECT 1 FROM statuses WHERE account_id = @accountId AND created_at <= @until
       AND visibility IN ('public', 'unlisted') LIMIT @limit)`,
)

/** Who of some people does not follow one. */
export const strangersAmong = many(
  z.object({ id: z.int() }),
  `SELECT accounts.id FROM accounts WHERE id IN (SELECT value FROM json_each(@ids)) AND id <> @me
     AND NOT EXISTS (SELECT 1 FROM follows WHERE follows.account_id = accounts.id AND target_id = @me)`,
)

/** Notes what a provider's mail server said, by the hour. */
export const countAnswer = write(
  `INSERT INTO mail_answers (domain, hour, accepted, refused) VALUES (@domain, @hour, @accepted, @refused)
   ON CONFLICT (domain, hour) DO UPDATE SET accepted = accepted + excluded.accepted, refused = refused + excluded.refused`,
)

/** What a provider's mail server said since an hour. */
export const answersSince = one(
  z.object({ accepted: z.int(), refused: z.int() }),
  `SELECT coalesce(sum(accepted), 0) AS accepted, coalesce(sum(refused), 0) AS refused
   FROM mail_answers WHERE domain = @domain AND hour >= @hour`,
)

/** Forgets what mail servers said before an hour. */
export const deleteOldAnswers = write(`DELETE FROM mail_answers WHERE hour < @hour`)
