import type { Context } from '../../context.ts'
import { DAY, dayOf } from '../../core/clock.ts'
import type { Events } from '../../events.ts'
import { accountById } from '../accounts/queries.ts'
import { postTold } from '../statuses/queries.ts'
import { countStep, forgetSteps } from './queries.ts'

const count = (ctx: Context, step: 'signed_up' | 'confirmed' | 'joined' | 'first_post') =>
  void countStep(ctx.db, { day: dayOf(ctx.now()), step })

/** Counts a form that was sent. */
export const countSignUp = (ctx: Context) => count(ctx, 'signed_up')
/** Counts an address that was confirmed. */
export const countConfirmed = (ctx: Context) => count(ctx, 'confirmed')
/** Counts somebody who was let in. */
export const countJoined = (ctx: Context) => count(ctx, 'joined')

/** Counts a first post. */
export function countFirstPost(ctx: Context, event: Events['statusPosted']): void {
  const { accountId } = event
  // what comes from elsewhere is nobody's first post here
  if ((postTold(ctx.db, event)?.uri ?? null) !== null) return
  const account = accountById(ctx.db, { id: accountId })
  if (account?.domain === null && account.statusesCount === 1) count(ctx, 'first_post')
}

/** Forgets counts after a year. */
export const sweepSteps = (ctx: Context) => forgetSteps(ctx.db, { day: dayOf(ctx.now()) - 365 * DAY })
