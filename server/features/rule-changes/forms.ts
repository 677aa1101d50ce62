import { z } from 'zod'
import { DAY } from '../../core/clock.ts'
import { languageCode } from '../../http/forms.ts'
import { limits } from '../../limits.ts'

const text = z.string().trim().min(1).max(limits.ruleText)
const hint = z.string().trim().max(limits.ruleText).default('')
const examples = z.array(z.string().trim().min(1).max(limits.ruleExample)).max(limits.ruleExamples).default([])

/** A rule in another language; `machine` until somebody who speaks it has read it. */
const translation = z.object({ text, hint, origin: z.enum(['reviewed', 'machine']) })

const plainRule = z.object({
  id: z.string().max(20).optional(),
  text,
  hint,
  enforcement: z.enum(['removal', 'ladder', 'advice']).optional(),
  ok_examples: examples,
  not_ok_examples: examples,
  translations: z.record(languageCode, translation).default({}),
})

/** A rule as it is drafted; without a known `id` it is a new one. */
const ruleForm = plainRule.extend({ children: z.array(plainRule).max(26).default([]) })
/** A rule with what stands under it. */
export type RuleForm = z.infer<typeof ruleForm>

const guideline = ruleForm.refine(({ enforcement }) => enforcement !== 'removal', {
  error: 'cannot lead straight to removal: a custom is advice, or a ladder of warnings',
})

const notice = ruleForm.refine(({ enforcement = 'advice' }) => enforcement === 'advice', {
  error: 'asks nothing of anybody, so nothing follows from it',
})

/** What stands round the rules, in another language. */
const around = z.object({
  intro: z.string().trim().max(limits.communityText).default(''),
  summary: z.string().trim().max(limits.rulesSummary).default(''),
  origin: z.enum(['reviewed', 'machine']),
})

/** The number of the revision that somebody has before them. */
export const revisionForm = z.object({ revision: z.coerce.number().int() })

/** An edit of the draft, any part of it, on top of a revision. */
export const draftForm = revisionForm.extend({
  intro: z.string().trim().max(limits.communityText).optional(),
  summary: z.string().trim().max(limits.rulesSummary).optional(),
  material: z.boolean().optional(),
  ground_rules: z.array(ruleForm).min(1).max(30).optional(),
  guidelines: z.array(guideline).max(30).optional(),
  notices: z.array(notice).max(30).optional(),
  translations: z.record(languageCode, around).optional(),
})
/** One of {@link draftForm}. */
export type DraftForm = z.infer<typeof draftForm>

const [fewest, most] = [limits.rulesNotice / DAY, limits.rulesNoticeMost / DAY]

/** Which revision is announced, and in how many days it holds. */
export const announceForm = revisionForm.extend({
  days: z.coerce
    .number()
    .int()
    .default(fewest)
    .refine((days) => days >= fewest && days <= most, {
      error: `has to leave members at least ${fewest} days, and at most ${most}`,
    }),
})

/** What a member says about a change. */
export const commentForm = z.object({
  version: z.coerce.number().int(),
  text: z.string().trim().min(1).max(limits.ruleComment),
})
