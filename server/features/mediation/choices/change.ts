import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { flag, id, listOf, timeOfDay, timeZone } from '../../../http/forms.ts'
import { nameOf } from '../cases.ts'
import { putChoices } from './queries.ts'
import { type Choices, readChoices } from './read.ts'

/** What a member can decide for themselves; what is left out stays as it is. `quiet_from: ""` ends quiet hours. */
export const choicesForm = z.object({
  no_requests: flag.optional(),
  mail: flag.optional(),
  quiet_from: timeOfDay.optional(),
  quiet_to: timeOfDay.optional(),
  time_zone: timeZone.optional(),
  /** Those of the list who stay on it, by account id; people come onto it by an answer to an invitation. */
  not_from: listOf(id, 500).optional(),
})

function keep(ctx: Context, accountId: number, choices: Choices): void {
  putChoices(ctx.db, {
    ...choices,
    who: nameOf(ctx, accountId),
    noRequests: choices.noRequests ? 1 : 0,
    mail: choices.mail ? 1 : 0,
    notFrom: choices.notFrom.length > 0 ? ctx.vault.seal(JSON.stringify(choices.notFrom)) : null,
  })
}

/** Changes what a member decided. */
export function changeChoices(ctx: Context, accountId: number, form: z.infer<typeof choicesForm>): void {
  const before = readChoices(ctx, accountId)
  keep(ctx, accountId, {
    ...before,
    noRequests: form.no_requests ?? before.noRequests,
    mail: form.mail ?? before.mail,
    quietFrom: form.quiet_from === undefined ? before.quietFrom : form.quiet_from,
    quietTo: form.quiet_to === undefined ? before.quietTo : form.quiet_to,
    timeZone: form.time_zone ?? before.timeZone,
    notFrom: form.not_from ? before.notFrom.filter(({ id }) => form.not_from?.includes(id)) : before.notFrom,
  })
}

/** Lets nothing of somebody come any more, for a time. */
export function refuseFrom(ctx: Context, accountId: number, from: number, lasts: number): void {
  const before = readChoices(ctx, accountId)
  const others = before.notFrom.filter(({ id, until }) => id !== from && until > ctx.now())
  keep(ctx, accountId, { ...before, notFrom: [...others, { id: from, until: ctx.now() + lasts }] })
}

/** Lets nobody's request come any more. */
export const refuseAll = (ctx: Context, accountId: number): void =>
  keep(ctx, accountId, { ...readChoices(ctx, accountId), noRequests: true })

/** Notes that a mail went out now. */
export const noteMailed = (ctx: Context, accountId: number): void =>
  keep(ctx, accountId, { ...readChoices(ctx, accountId), mailedAt: ctx.now() })
