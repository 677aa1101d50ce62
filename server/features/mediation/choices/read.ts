import { z } from 'zod'
import type { MediationChoices } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { nameOf } from '../cases.ts'
import { presentPeople } from '../people.ts'
import { choicesOf } from './queries.ts'

const notFromForm = z.array(z.object({ id: z.int(), until: z.int() }))

/** What a member decided for themselves; times of the day as `22:00`. */
export type Choices = {
  noRequests: boolean
  mail: boolean
  quietFrom: string | null
  quietTo: string | null
  timeZone: string
  /** From whom nothing is to come, and until when. */
  notFrom: z.infer<typeof notFromForm>
  mailedAt: number
}

const standard: Choices = {
  noRequests: false,
  mail: true,
  quietFrom: null,
  quietTo: null,
  timeZone: 'UTC',
  notFrom: [],
  mailedAt: 0,
}

/** What somebody decided. */
export function readChoices(ctx: Context, accountId: number): Choices {
  const row = choicesOf(ctx.db, { who: nameOf(ctx, accountId) })
  if (!row) return standard
  const notFrom = row.notFrom ? notFromForm.parse(JSON.parse(ctx.vault.open(row.notFrom))) : []
  return { ...row, noRequests: row.noRequests === 1, mail: row.mail === 1, notFrom }
}

/** What a member decided, as they see it. */
export function presentChoices(ctx: Context, accountId: number): MediationChoices {
  const choices = readChoices(ctx, accountId)
  const ids = choices.notFrom.filter(({ until }) => until > ctx.now()).map(({ id }) => id)
  return {
    no_requests: choices.noRequests,
    mail: choices.mail,
    quiet_from: choices.quietFrom,
    quiet_to: choices.quietTo,
    time_zone: choices.timeZone,
    not_from: [...presentPeople(ctx, ids).values()],
  }
}
