import type { Context } from '../../context.ts'
import { forbidden } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { departureOf } from '../departures/queries.ts'
import { presentAppealLink } from '../moderation/appeals/present.ts'
import { actionsOn } from '../moderation/decide/queries.ts'
import type { Keyholder } from './queries.ts'

/** Whether an account is hidden only because its owner wanted to leave. */
export function isLeaving(ctx: Context, { accountId, suspendedAt }: Keyholder): boolean {
  return suspendedAt !== null && departureOf(ctx.db, { accountId })?.hiddenAt === suspendedAt
}

/** The way to what was decided, and to objecting to it, for somebody who may have no mail address here. */
function appealOf(ctx: Context, accountId: number): string | undefined {
  const standing = actionsOn(ctx.db, { targetId: accountId }).find(
    ({ kind, overAt }) => overAt === null && (kind === 'freeze' || kind === 'suspend' || kind === 'remove'),
  )
  return standing && presentAppealLink(ctx, standing.id, ctx.now() + limits.appealLinkAtLogIn)
}

/** Refuses whoever is locked out; only for who has proved that it is their account. Throws 403. */
export function refuseClosed(ctx: Context, person: Keyholder): void {
  if (person.disabledAt === null && (person.suspendedAt === null || isLeaving(ctx, person))) return
  const appeal = appealOf(ctx, person.accountId)
  throw forbidden('This account is closed. Write to the people who run this community if you want to know why.', {
    code: 'disabled',
    ...(appeal !== undefined && { appeal }),
  })
}
