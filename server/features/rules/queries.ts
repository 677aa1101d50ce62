import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const setColumns = `version, locale, intro, effective_at AS effectiveAt` as const

const ruleSetRow = z.object({
  version: z.int(),
  locale: z.string(),
  intro: z.string(),
  effectiveAt: z.int().nullable(),
})
/** A version of the rules; `locale` is the language they were written in. */
export type RuleSetRow = z.infer<typeof ruleSetRow>

/** The rules in force. */
export const ruleSetInForce = one(
  ruleSetRow,
  `SELECT ${setColumns} FROM rule_sets WHERE state = 'effective' ORDER BY version DESC LIMIT 1`,
)

/** A version that is or was in force. */
export const ruleSetByVersion = one(
  ruleSetRow,
  `SELECT ${setColumns} FROM rule_sets WHERE version = @version AND state IN ('effective', 'retired')`,
)

const ruleRow = z.object({
  id: z.int(),
  slug: z.string(),
  kind: z.enum(['ground_rule', 'guideline', 'notice']),
  parentId: z.int().nullable(),
  text: z.string(),
  hint: z.string(),
})
/** A rule with its text of one version; children stand after all that have no parent. */
export type RuleRow = z.infer<typeof ruleRow>

/** The rules of a version, in order. */
export const rulesOfVersion = many(
  ruleRow,
  `SELECT rules.id, rules.slug, rules.kind, rules.parent_id AS parentId, rule_texts.text, rule_texts.hint
   FROM rule_texts JOIN rules ON rules.id = rule_texts.rule_id
   WHERE rule_texts.version = @version AND rule_texts.locale = @locale
   ORDER BY rules.parent_id IS NOT NULL, rules.position, rules.id`,
)

/** Adds a version. */
export const insertRuleSet = write(
  `INSERT INTO rule_sets (version, state, locale, intro, created_at, effective_at)
   VALUES (@version, 'effective', @locale, @intro, @now, @now)`,
)

/** Changes the words before the rules. */
export const setIntro = write(`UPDATE rule_sets SET intro = @intro WHERE version = @version`)

/** Adds a rule, or moves the one with this id. */
export const putRule = write(
  `INSERT INTO rules (id, slug, kind, parent_id, position, enforcement)
   VALUES (@id, @slug, @kind, @parentId, @position, @enforcement)
   ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, position = excluded.position`,
)

/** Sets what a rule says in a version. */
export const putRuleText = write(
  `INSERT INTO rule_texts (version, rule_id, locale, text, hint) VALUES (@version, @ruleId, @locale, @text, @hint)
   ON CONFLICT (version, rule_id, locale) DO UPDATE SET text = excluded.text, hint = excluded.hint`,
)

/** Takes a rule's text out of a version. */
export const deleteRuleText = write(`DELETE FROM rule_texts WHERE version = @version AND rule_id = @ruleId`)

/** Takes a rule away, with what stands under it, when no version has it any more. */
export const deleteUnusedRule = write(
  `DELETE FROM rules WHERE id = @id AND NOT EXISTS (SELECT 1 FROM rule_texts WHERE rule_texts.rule_id = rules.id)`,
)

/** Whether and when somebody accepted a version. */
export const acceptanceOf = one(
  z.object({ acceptedAt: z.int(), locale: z.string(), sha256: z.string(), acks: z.string() }),
  `SELECT accepted_at AS acceptedAt, locale, sha256, acks FROM acceptances
   WHERE account_id = @accountId AND version = @version`,
)

/** Records who agreed to what, word for word; a later one takes the place of an earlier one. */
export const putAcceptance = write(
  `INSERT INTO acceptances (account_id, version, locale, sha256, acks, via, accepted_at)
   VALUES (@accountId, @version, @locale, @digest, @acks, @via, @now)
   ON CONFLICT (account_id, version) DO UPDATE SET locale = excluded.locale, sha256 = excluded.sha256,
     acks = excluded.acks, via = excluded.via, accepted_at = excluded.accepted_at`,
)

/** How many accepted a version: past one, the words are not theirs alone who wrote them. Counts to two. */
export const countAcceptances = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM (SELECT 1 FROM acceptances WHERE version = @version LIMIT 2)`,
)

/** Forgets who accepted a version, when its words are changed. */
export const deleteAcceptances = write(`DELETE FROM acceptances WHERE version = @version`)
