import { z } from 'zod'
import { sharedLimits } from '../../../shared/limits.ts'
import { blankIsAbsent, flag, id, languageCode, listOf } from '../../http/forms.ts'
import { mediaAttributes } from '../../http/picture-form.ts'
import { limits } from '../../limits.ts'
import { pollForm } from './ask.ts'

/** A time in any form that ISO 8601 has for one, as ms since 1970. */
const moment = z.string().transform((text, context) => {
  const at = Date.parse(text)
  if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: 'has to be a time such as 2030-05-01T18:00:00Z' })
  return at
})

/** Ids of pictures; forms send an empty one for none. */
const pictures = z.preprocess(
  (value) =>
    Object.values(typeof value === 'object' ? (value ?? []) : [value]).filter((one) => one !== '' && one !== undefined),
  listOf(id, limits.pageStatuses),
)

/** Who may quote a post beside its author. */
export const quotePolicy = z.enum(['public', 'followers', 'nobody'])

/** `POST /api/v1/statuses`. `local_only` is Hometown's; `warning_topics` are slugs of the community's own topics. */
export const statusForm = z.object({
  status: z.string().max(limits.statusRaw).default(''),
  spoiler_text: z.string().max(limits.statusRaw).default(''),
  sensitive: flag.optional(),
  visibility: blankIsAbsent(z.enum(['public', 'unlisted', 'private', 'direct'])),
  language: blankIsAbsent(languageCode),
  in_reply_to_id: blankIsAbsent(id),
  local_only: flag.optional(),
  warning_topics: listOf(z.string(), sharedLimits.warningTopics).default([]),
  media_ids: pictures,
  media_attributes: mediaAttributes,
  poll: pollForm.optional(),
  scheduled_at: blankIsAbsent(moment),
  quoted_status_id: blankIsAbsent(id),
  quote_approval_policy: blankIsAbsent(quotePolicy),
})
/** `PUT /api/v1/statuses/:id`: the words anew; who sees the post and what it answers stay as they are. */
export const editForm = z.object({
  id,
  status: z.string().max(limits.statusRaw).default(''),
  spoiler_text: z.string().max(limits.statusRaw).default(''),
  sensitive: flag.optional(),
  language: blankIsAbsent(languageCode),
  warning_topics: listOf(z.string(), sharedLimits.warningTopics).optional(),
  media_ids: pictures.optional(),
  media_attributes: mediaAttributes,
  poll: pollForm.optional(),
})
/** `PUT /api/v1/scheduled_statuses/:id`: the time anew, and nothing else. */
export const timeForm = z.object({ id, scheduled_at: blankIsAbsent(moment) })
/** A checked {@link editForm}. */
export type EditForm = z.infer<typeof editForm>
/** A checked {@link statusForm}. */
export type StatusForm = z.infer<typeof statusForm>
