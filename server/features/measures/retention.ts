import { z } from 'zod'
import type { Context } from '../../context.ts'
import { measureForm, readStretch, type Stretch } from './form.ts'
import { joinedBy, returningBy } from './queries.ts'

/** Whether those who joined in a day or a month still write. */
export const retentionForm = measureForm
  .pick({ start_at: true, end_at: true })
  .extend({ frequency: z.enum(['day', 'month']).default('day') })
type Wanted = z.infer<typeof retentionForm>

/** Those who joined in one stretch, as Mastodon's API for staff has them: how many wrote something in each since. */
export type Cohort = {
  period: string
  frequency: Wanted['frequency']
  data: { date: string; rate: number; value: string }[]
}

const formats = { day: '%Y-%m-%d', month: '%Y-%m' } as const
const lengths = { day: 10, month: 7 } as const

/** The names of all days or months of a stretch, as the database names them. */
function namesIn({ since, before }: Stretch, frequency: Wanted['frequency']): string[] {
  const names: string[] = []
  const at = new Date(since)
  if (frequency === 'month') at.setUTCDate(1)
  while (at.getTime() < before) {
    names.push(at.toISOString().slice(0, lengths[frequency]))
    if (frequency === 'day') at.setUTCDate(at.getUTCDate() + 1)
    else at.setUTCMonth(at.getUTCMonth() + 1)
  }
  return names
}

const dateOf = (name: string) => new Date(name.length === 7 ? `${name}-01` : name).toISOString()

/** For each day or month, those who joined in it. Throws 422. */
export function readRetention(ctx: Context, { frequency, ...form }: Wanted): Cohort[] {
  const stretch = readStretch(ctx, form)
  const format = formats[frequency]
  const { since, before } = stretch
  const joined = new Map(joinedBy(ctx.db, { format, since, before }).map((one) => [one.joined, one.count]))
  const back = new Map(
    returningBy(ctx.db, { format, ...stretch }).map((one) => [`${one.joined} ${one.active}`, one.count]),
  )
  const names = namesIn(stretch, frequency)
  return names.map((name, n) => ({
    period: dateOf(name),
    frequency,
    data: names.slice(n).map((later) => {
      const value = back.get(`${name} ${later}`) ?? 0
      const all = joined.get(name) ?? 0
      return { date: dateOf(later), rate: all === 0 ? 0 : Math.round((1e4 * value) / all) / 1e4, value: String(value) }
    }),
  }))
}
