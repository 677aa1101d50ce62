import { z } from 'zod'
import type { PushChoices } from '../../../shared/api/push.ts'
import type { Context } from '../../context.ts'
import { flag, timeOfDay, timeZone } from '../../http/forms.ts'
import { choicesOf, putChoices } from './queries.ts'

/** What a member can choose for all their devices; what is left out stays. `quiet_from: ""` ends quiet hours. */
export const choicesForm = z.object({
  bare: flag.optional(),
  quiet_from: timeOfDay.optional(),
  quiet_to: timeOfDay.optional(),
  time_zone: timeZone.optional(),
})

const standard = { bare: 0, quietFrom: null, quietTo: null, timeZone: 'UTC' }

/** What somebody chose, or what holds where nothing was chosen. */
export const readChoices = (ctx: Context, accountId: number) => choicesOf(ctx.db, { accountId }) ?? standard

/** The same as the member sees it. */
export function presentChoices(ctx: Context, accountId: number): PushChoices {
  const { bare, quietFrom, quietTo, timeZone: zone } = readChoices(ctx, accountId)
  return { bare: bare === 1, quiet_from: quietFrom, quiet_to: quietTo, time_zone: zone }
}

/** Changes what somebody chose. */
export function changeChoices(ctx: Context, accountId: number, form: z.infer<typeof choicesForm>): PushChoices {
  return ctx.transact(() => {
    const before = readChoices(ctx, accountId)
    putChoices(ctx.db, {
      accountId,
      bare: form.bare === undefined ? before.bare : form.bare ? 1 : 0,
      quietFrom: form.quiet_from === undefined ? before.quietFrom : form.quiet_from,
      quietTo: form.quiet_to === undefined ? before.quietTo : form.quiet_to,
      timeZone: form.time_zone ?? before.timeZone,
    })
    return presentChoices(ctx, accountId)
  })
}
