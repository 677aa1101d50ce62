import { z } from 'zod'
import { actionKinds } from '../../../../shared/api/moderation.ts'
import { flag, id, listOf, whole } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'

const action = z.object({
  kind: z.enum(actionKinds),
  status_ids: listOf(id, limits.reportPosts).default([]),
  words: z.string().trim().max(limits.statusCharacters).default(''),
  topics: listOf(z.string().max(60), limits.warningTopics).default([]),
  /** For how many days; without, until somebody ends it. */
  days: whole.min(1).max(limits.suspensionDays).optional(),
})

/** What is decided: things that are done (none: nothing), why, and by which rule. */
export const decisionForm = z.object({
  actions: listOf(action, 10).default([]),
  rule: z.string().max(60).default(''),
  rule_version: whole.optional(),
  statement: z.string().trim().max(limits.statement).default(''),
  reason: z.string().trim().max(limits.moderationNote).default(''),
  /** Whether the case stays open: for what cannot wait. */
  keep_open: flag.default(false),
  /** Where nothing is done: its reporters get a link to a mediator, which they may ignore. */
  suggest_mediator: flag.optional(),
  /** Whether somebody else reads the words before the person does, so that no name is left in them. */
  second_reader: flag.optional(),
})
/** A decision as it is asked for. */
export type DecisionForm = z.infer<typeof decisionForm>
/** One thing of a decision. */
export type WantedAction = DecisionForm['actions'][number]

/** What is about posts, and what is about the account. */
export const onPosts: readonly string[] = ['cw', 'sensitive', 'hide', 'delete']
