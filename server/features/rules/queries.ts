import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const setColumns = `version, state, locale, intro, summary, material, emergency, base_version AS baseVersion, revision,
  announced_at AS announcedAt, effective_at AS effectiveAt, confirmed_at AS confirmedAt, retired_at AS retiredAt,
  lapsed_at AS lapsedAt` as const

const ruleSetRow = z.object({
  version: z.int(),
  state: z.enum(['draft', 'announced', 'effective', 'retired']),
  locale: z.string(),
  intro: z.string(),
  summary: z.string(),
  material: z.int(),
  emergency: z.int(),
  baseVersion: z.int().nullable(),
  revision: z.int(),
  announcedAt: z.int().nullable(),
  effectiveAt: z.int().nullable(),
  confirmedAt: z.int().nullable(),
  retiredAt: z.int().nullable(),
  lapsedAt: z.int().nullable(),
})
/** A version of the rules; `locale` is the language they were written in, `summary` why they were changed. */
export type RuleSetRow = z.infer<typeof ruleSetRow>

/** The rules in force. */
export const ruleSetInForce = one(ruleSetRow, `SELECT ${setColumns} FROM rule_sets WHERE state = 'effective' LIMIT 1`)

/** A version that is, was, or is announced to be in force. */
export const ruleSetByVersion = one(
  ruleSetRow,
  `SELECT ${setColumns} FROM rule_sets WHERE version = @version AND state <> 'draft'`,
)

/** The version that is announced, if one is. */
export const announcedRuleSet = one(ruleSetRow, `SELECT ${setColumns} FROM rule_sets WHERE state = 'announced' LIMIT 1`)

/** The version that is written, if one is. */
export const draftRuleSet = one(ruleSetRow, `SELECT ${setColumns} FROM rule_sets WHERE state = 'draft' LIMIT 1`)

/** Every version that was ever shown to members, the newest first. */
export const publicRuleSets = many(
  ruleSetRow,
  `SELECT ${setColumns} FROM rule_sets WHERE state <> 'draft' ORDER BY version DESC`,
)

/** The first change past a version that members have to accept; the rules of the beginning are none. */
export const firstMaterialAfter = one(
  z.object({ version: z.int(), effectiveAt: z.int().nullable() }),
  `SELECT version, effective_at AS effectiveAt FROM rule_sets
   WHERE version > @version AND state IN ('effective', 'retired') AND lapsed_at IS NULL AND material = 1
     AND base_version IS NOT NULL ORDER BY version LIMIT 1`,
)

const ruleRow = z.object({
  id: z.int(),
  slug: z.string(),
  kind: z.enum(['ground_rule', 'guideline', 'notice']),
  enforcement: z.enum(['removal', 'ladder', 'advice']),
  parentId: z.int().nullable(),
  text: z.string(),
  hint: z.string(),
  okExamples: z.string(),
  notOkExamples: z.string(),
})
/** A rule with its text of one version; examples are JSON lists. Children stand after all that have no parent. */
export type RuleRow = z.infer<typeof ruleRow>

/** The rules of a version, in order. */
export const rulesOfVersion = many(
  ruleRow,
  `SELECT rules.id, rules.slug, rule_places.kind, rule_places.enforcement, rule_places.parent_id AS parentId,
     rule_texts.text, rule_texts.hint, rule_texts.ok_examples AS okExamples,
     rule_texts.not_ok_examples AS notOkExamples
   FROM rule_places JOIN rules ON rules.id = rule_places.rule_id
     JOIN rule_texts ON rule_texts.version = rule_places.version AND rule_texts.rule_id = rule_places.rule_id
   WHERE rule_places.version = @version AND rule_texts.locale = @locale
   ORDER BY rule_places.parent_id IS NOT NULL, rule_places.position, rules.id`,
)

const translationRow = z.object({
  ruleId: z.int(),
  locale: z.string(),
  text: z.string(),
  hint: z.string(),
  origin: z.enum(['original', 'reviewed', 'machine']),
})
/** A rule's text in another language than the one it was written in. */
export type TranslationRow = z.infer<typeof translationRow>

/** The rules of a version in every language but its own. */
export const translationsOf = many(
  translationRow,
  `SELECT rule_id AS ruleId, locale, text, hint, origin FROM rule_texts
   WHERE version = @version AND locale <> @locale ORDER BY locale, rule_id`,
)

const setTextRow = z.object({
  locale: z.string(),
  intro: z.string(),
  summary: z.string(),
  origin: z.enum(['reviewed', 'machine']),
})
/** What stands round the rules of a version, in another language than the one they were written in. */
export type SetTextRow = z.infer<typeof setTextRow>

/** What stands round the rules of a version, in every language but its own. */
export const setTextsOf = many(
  setTextRow,
  `SELECT locale, intro, summary, origin FROM rule_set_texts WHERE version = @version ORDER BY locale`,
)

/** Adds a version that is in force from now on: the first, or one that nobody else has seen. */
export const insertRuleSet = write(
  `INSERT INTO rule_sets (version, state, locale, intro, created_at, effective_at)
   VALUES (@version, 'effective', @locale, @intro, @now, @now)`,
)

/** Changes the words before the rules. */
export const setIntro = write(`UPDATE rule_sets SET intro = @intro WHERE version = @version`)

/** Knows a rule by its id from now on. */
export const putRule = write(`INSERT INTO rules (id, slug) VALUES (@id, @slug) ON CONFLICT (id) DO NOTHING`)

/** Puts a rule in its place in a version. */
export const putPlace = write(
  `INSERT INTO rule_places (version, rule_id, parent_id, position, kind, enforcement)
   VALUES (@version, @ruleId, @parentId, @position, @kind, @enforcement)
   ON CONFLICT (version, rule_id) DO UPDATE SET parent_id = excluded.parent_id, position = excluded.position,
     kind = excluded.kind, enforcement = excluded.enforcement`,
)

/** Sets what a rule says in a version, in one language. */
export const putRuleText = write(
  `INSERT INTO rule_texts (version, rule_id, locale, text, hint, ok_examples, not_ok_examples, origin)
   VALUES (@version, @ruleId, @locale, @text, @hint, @okExamples, @notOkExamples, @origin)
   ON CONFLICT (version, rule_id, locale) DO UPDATE SET text = excluded.text, hint = excluded.hint,
     ok_examples = excluded.ok_examples, not_ok_examples = excluded.not_ok_examples, origin = excluded.origin`,
)

/** Takes a rule out of a version, in all languages. */
export const deletePlace = write(`DELETE FROM rule_places WHERE version = @version AND rule_id = @ruleId`)

/** Forgets the rules that no version has any more. */
export const deleteUnusedRules = write(
  `DELETE FROM rules WHERE NOT EXISTS (SELECT 1 FROM rule_places WHERE rule_places.rule_id = rules.id)`,
)

/** Whether and when somebody accepted a version. */
export const acceptanceOf = one(
  z.object({ acceptedAt: z.int(), locale: z.string(), sha256: z.string(), acks: z.string() }),
  `SELECT accepted_at AS acceptedAt, locale, sha256, acks FROM acceptances
   WHERE account_id = @accountId AND version = @version`,
)

/** The newest version that somebody accepted, without one that is only announced. */
export const lastAccepted = one(
  z.object({ version: z.int(), acks: z.string() }),
  `SELECT version, acks FROM acceptances WHERE account_id = @accountId
     AND version < coalesce((SELECT min(version) FROM rule_sets WHERE state = 'announced'), 9007199254740991)
   ORDER BY version DESC LIMIT 1`,
)

/** The newest versions that somebody accepted, and how. */
export const acceptancesOf = many(
  z.object({ version: z.int(), acceptedAt: z.int(), locale: z.string(), acks: z.string(), via: z.string() }),
  `SELECT version, accepted_at AS acceptedAt, locale, acks, via FROM acceptances
   WHERE account_id = @accountId ORDER BY version DESC LIMIT @limit`,
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
