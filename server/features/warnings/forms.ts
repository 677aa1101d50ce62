import { z } from 'zod'
import { plainWords } from '../../../shared/warnings/match.ts'
import { flag, listOf } from '../../http/forms.ts'
import { limits } from '../../limits.ts'

/** Words that can stand as a piece of a warning line of their own. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(limits.warningLabel)
  .regex(/^[^\p{Cc},;:/|]*$/u, { error: 'has to be one line, without commas, colons or strokes' })
  .refine((text) => plainWords(text) !== '', { error: 'needs a letter or a digit' })

const line = z
  .string()
  .trim()
  .max(limits.warningGuidance)
  .regex(/^\P{Cc}*$/u, { error: 'has to be one line' })

const kind = z.enum(['sensitive', 'courtesy', 'spoiler'])
const aliases = listOf(words, limits.warningAliases)

/** A new topic. */
export const newTopicForm = z.object({
  label: words,
  kind,
  guidance: line.default(''),
  aliases: aliases.default([]),
  required_for: line.default(''),
  discreet: flag.default(false),
})
/** One of {@link newTopicForm}. */
export type NewTopicForm = z.infer<typeof newTopicForm>

/** What of a topic changes; `position` counts from 0 among the topics that are offered. */
export const topicForm = z.object({
  slug: z.string(),
  label: words.optional(),
  kind: kind.optional(),
  guidance: line.optional(),
  aliases: aliases.optional(),
  required_for: line.optional(),
  discreet: flag.optional(),
  retired: flag.optional(),
  position: z.coerce.number().int().min(0).optional(),
})
/** One of {@link topicForm}. */
export type TopicForm = z.infer<typeof topicForm>

const choice = z.object({ text: z.enum(['open', 'fold', 'hide']), media: z.enum(['open', 'blur', 'hide']) })

/** What changes of a reader's choices: what is not named stays, null takes a choice away. */
export const choicesForm = z.object({
  default: choice.optional(),
  topics: z.record(z.string().max(60), choice.nullable()).default({}),
  people: z.record(z.string().max(16), z.enum(['open', 'fold']).nullable()).default({}),
  suggest: flag.optional(),
})
/** One of {@link choicesForm}. */
export type ChoicesForm = z.infer<typeof choicesForm>

/** Words that are offered to nobody. */
export const stopListForm = z.object({ words: listOf(words, limits.warningStopWords).default([]) })
/** One of {@link stopListForm}. */
export type StopListForm = z.infer<typeof stopListForm>
