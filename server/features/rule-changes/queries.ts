import { z } from 'zod'
import { ranged } from '../../db/range.ts'
import { many, one, write } from '../../db/sql.ts'

/** Begins a draft as the version after all others, with the words of the one that it changes. */
export const insertDraft = write(
  `INSERT INTO rule_sets (version, state, locale, intro, base_version, created_at)
   SELECT (SELECT max(version) + 1 FROM rule_sets), 'draft', locale, intro, version, @now
   FROM rule_sets WHERE version = @base`,
)

/** Copies where each rule stands from one version to another. */
export const copyPlaces = write(
  `INSERT INTO rule_places (version, rule_id, parent_id, position, kind, enforcement)
   SELECT @version, rule_id, parent_id, position, kind, enforcement FROM rule_places WHERE version = @base`,
)

/** Copies what each rule says, in every language, from one version to another. */
export const copyTexts = write(
  `INSERT INTO rule_texts (version, rule_id, locale, text, hint, ok_examples, not_ok_examples, origin)
   SELECT @version, rule_id, locale, text, hint, ok_examples, not_ok_examples, origin
   FROM rule_texts WHERE version = @base`,
)

/** Copies what stands before the rules in other languages; why a version came is its own. */
export const copyIntros = write(
  `INSERT INTO rule_set_texts (version, locale, intro, summary, origin)
   SELECT @version, locale, intro, '', origin FROM rule_set_texts WHERE version = @base AND intro <> ''`,
)

/** Keeps what stands round the rules of a draft in another language. */
export const insertSetText = write(
  `INSERT INTO rule_set_texts (version, locale, intro, summary, origin)
   VALUES (@version, @locale, @intro, @summary, @origin)`,
)

/** Takes what stands round the rules of a draft out, in all other languages. */
export const deleteSetTexts = write(`DELETE FROM rule_set_texts WHERE version = @version`)

/** Keeps what an edit says of a draft as a whole, as its next revision. */
export const reviseDraft = write(
  `UPDATE rule_sets SET intro = @intro, summary = @summary, material = @material, revision = revision + 1
   WHERE version = @version AND state = 'draft'`,
)

/** Takes all rules of one kind out of a draft, with their texts. */
export const deletePlacesOfKind = write(`DELETE FROM rule_places WHERE version = @version AND kind = @kind`)

/** Throws a draft away. */
export const deleteDraft = write(`DELETE FROM rule_sets WHERE version = @version AND state = 'draft'`)

/** Makes a draft known: it holds from `effectiveAt` on. */
export const setAnnounced = write(
  `UPDATE rule_sets SET state = 'announced', announced_at = @now, effective_at = @effectiveAt
   WHERE version = @version AND state = 'draft'`,
)

/** Takes an announced version back to be a draft, as its next revision. */
export const setWithdrawn = write(
  `UPDATE rule_sets SET state = 'draft', announced_at = NULL, effective_at = NULL, revision = revision + 1
   WHERE version = @version AND state = 'announced'`,
)

/** Ends whatever is in force. */
export const retireInForce = write(
  `UPDATE rule_sets SET state = 'retired', retired_at = @now WHERE state = 'effective'`,
)

/** Puts an announced version in force. */
export const setEffective = write(
  `UPDATE rule_sets SET state = 'effective', effective_at = @now WHERE version = @version AND state = 'announced'`,
)

/** Puts a draft in force at once. */
export const setEmergency = write(
  `UPDATE rule_sets SET state = 'effective', emergency = 1, material = 1, announced_at = @now, effective_at = @now
   WHERE version = @version AND state = 'draft'`,
)

/** Notes that a second person stands behind an emergency rule. */
export const setConfirmed = write(`UPDATE rule_sets SET confirmed_at = @now WHERE version = @version`)

/** Ends an emergency rule that nobody confirmed; gives 1 when it did. */
export const setLapsed = write(
  `UPDATE rule_sets SET state = 'retired', retired_at = @now, lapsed_at = @now
   WHERE version = @version AND state = 'effective' AND emergency = 1 AND confirmed_at IS NULL`,
)

/** Puts a version that was in force before in force again. */
export const setInForceAgain = write(
  `UPDATE rule_sets SET state = 'effective', retired_at = NULL WHERE version = @version`,
)

/** Notes who approved which revision; approving it once more changes nothing. */
export const putApproval = write(
  `INSERT INTO rule_approvals (version, account_id, revision, approved_at)
   VALUES (@version, @accountId, @revision, @now) ON CONFLICT (version, account_id) DO NOTHING`,
)

/** Takes one's own approval back. */
export const deleteApproval = write(`DELETE FROM rule_approvals WHERE version = @version AND account_id = @accountId`)

/** Forgets who approved, once the words are other ones. */
export const deleteApprovals = write(`DELETE FROM rule_approvals WHERE version = @version`)

/** Who approved a revision and may still do so; `roles` by `list()`. */
export const approvalsOf = many(
  z.object({ accountId: z.int(), approvedAt: z.int() }),
  `SELECT rule_approvals.account_id AS accountId, rule_approvals.approved_at AS approvedAt
   FROM rule_approvals JOIN accounts ON accounts.id = rule_approvals.account_id
   WHERE rule_approvals.version = @version AND rule_approvals.revision = @revision
     AND accounts.suspended_at IS NULL
     AND EXISTS (SELECT 1 FROM roles WHERE roles.account_id = rule_approvals.account_id
       AND roles.role IN (SELECT value FROM json_each(@roles)))
   ORDER BY rule_approvals.approved_at`,
)

/** Who holds one of some roles and can use it; `roles` by `list()`. */
export const holdersAmong = many(
  z.object({ id: z.int() }),
  `SELECT DISTINCT roles.account_id AS id
   FROM roles JOIN accounts ON accounts.id = roles.account_id JOIN members ON members.account_id = roles.account_id
   WHERE roles.role IN (SELECT value FROM json_each(@roles)) AND accounts.joined_at IS NOT NULL
     AND accounts.suspended_at IS NULL AND members.disabled_at IS NULL ORDER BY roles.account_id`,
)

/** Members who can be mailed, past an id. */
export const membersWithMail = many(
  z.object({ accountId: z.int(), email: z.instanceof(Buffer).nullable() }),
  `SELECT members.account_id AS accountId, members.email
   FROM members JOIN accounts ON accounts.id = members.account_id
   WHERE members.account_id > @after AND members.disabled_at IS NULL AND accounts.joined_at IS NOT NULL
     AND accounts.suspended_at IS NULL ORDER BY members.account_id LIMIT @limit`,
)

const commentRow = z.object({ cursor: z.int(), accountId: z.int(), text: z.string(), createdAt: z.int() })
/** What a member said about a change. */
export type CommentRow = z.infer<typeof commentRow>

/** What was said about a version, by ranges. */
export const commentsOf = ranged(
  commentRow,
  `SELECT id AS cursor, account_id AS accountId, text, created_at AS createdAt FROM rule_comments
   WHERE version = @version`,
  'id',
)

/** One comment, whoever may see it. */
export const commentById = one(
  z.object({ accountId: z.int() }),
  `SELECT account_id AS accountId FROM rule_comments WHERE id = @id`,
)

/** Keeps what a member says. */
export const insertComment = write(
  `INSERT INTO rule_comments (id, version, account_id, text, created_at)
   VALUES (@id, @version, @accountId, @text, @now)`,
)

/** Takes a comment away. */
export const deleteComment = write(`DELETE FROM rule_comments WHERE id = @id`)
