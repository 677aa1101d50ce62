import { z } from 'zod'
import type { Context } from '../../context.ts'
import { DAY, dayOf } from '../../core/clock.ts'
import { invalidFields } from '../../core/errors.ts'
import { firstIdAt } from '../../core/ids.ts'
import { id, listOf, whole } from '../../http/forms.ts'
import { limits } from '../../limits.ts'

const date = z.string().max(40).optional()
const tag = z.object({ id: id.default(-1) }).optional()
const server = z.object({ domain: z.string().max(300).default('') }).optional()

/** What is asked for of a time: names of numbers, and of which hashtag or server they are. */
export const measureForm = z.object({
  keys: listOf(z.string().max(60), 30).default([]),
  start_at: date,
  end_at: date,
  limit: whole.min(1).max(100).default(10),
  tag_accounts: tag,
  tag_uses: tag,
  tag_servers: tag,
  tag_languages: tag,
  instance_accounts: server,
  instance_statuses: server,
  instance_reports: server,
  instance_follows: server,
  instance_followers: server,
  instance_media_attachments: server,
  instance_languages: server,
})
/** A question about some numbers. */
export type MeasureForm = z.infer<typeof measureForm>

/** A stretch of whole days: in milliseconds, and as ids. */
export type Stretch = { since: number; before: number; from: number; until: number }

/** The days between two times (ms), the second excluded. */
export const stretchOf = (since: number, before: number): Stretch => ({
  since,
  before,
  from: firstIdAt(since),
  until: firstIdAt(before),
})

/** The days that are asked for; a month where nothing is. Throws 422 for what is no time, or too long a one. */
export function readStretch(ctx: Context, { start_at, end_at }: Pick<MeasureForm, 'start_at' | 'end_at'>): Stretch {
  const end = end_at === undefined ? ctx.now() : Date.parse(end_at)
  const start = start_at === undefined ? end - limits.measuredUnasked : Date.parse(start_at)
  const [since, before] = [dayOf(start), dayOf(end) + DAY]
  const fits = since >= 0 && since < before && before - since <= limits.measuredAtMost
  if (fits) return stretchOf(since, before)
  const most = limits.measuredAtMost / DAY
  throw invalidFields({
    start_at: [{ error: 'ERR_INVALID', description: `Ask for a start and an end at most ${most} days apart.` }],
  })
}
