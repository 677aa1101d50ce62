import { isOpen } from '../../../../shared/mediation/moves.ts'
import type { Context } from '../../../context.ts'
import { forbidden } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { accountById } from '../../accounts/queries.ts'
import { nameOf, readCase } from '../cases.ts'
import { counterOf, pairOf } from '../pairs.ts'
import { casesInStates, requestsSince } from '../queries.ts'

const openStates = JSON.stringify(['triage', 'invited', 'matching', 'opening', 'active', 'signing', 'follow_up'])

/** Throws 403 when somebody has as many unsent requests as one may. */
export function checkDrafts(ctx: Context, accountId: number): void {
  const drafts = casesInStates(ctx.db, { who: nameOf(ctx, accountId), role: 'a', states: '["draft"]' })
  if (drafts.length < limits.mediationDrafts) return
  throw forbidden('You have three requests that are not sent. Send or discard one first.', { code: 'drafts' })
}

/**
 * Holds a member to the rules for asking, which are their own and say nothing of anybody else: whether the account is
 * limited, how old it is, how many requests are open, how many there were, and one to the same person in 90 days. Throws 403.
 */
export function checkOwnLimits(ctx: Context, me: number, other: number): void {
  const [now, who] = [ctx.now(), nameOf(ctx, me)]
  const account = accountById(ctx.db, { id: me })
  const joinedAt = account?.joinedAt ?? now
  if (account?.limitedAt) {
    throw forbidden('Moderators have limited your account. While that lasts you can ask for no mediator.', {
      code: 'limited',
    })
  }
  if (now - joinedAt < limits.mediationAccountAge) {
    throw forbidden('You can ask for a mediator once you have been here for 7 days.', { code: 'too_new' })
  }
  const open = casesInStates(ctx.db, { who, role: 'a', states: openStates }).filter((row) => isOpen(readCase(row).now))
  if (open.length >= limits.mediationOpen) {
    throw forbidden('You have two requests open. You can ask again when one has ended.', { code: 'two_open' })
  }
  const since = now - limits.mediationRequestsTime
  if ((requestsSince(ctx.db, { who, since })?.count ?? 0) >= limits.mediationRequests) {
    throw forbidden('You can ask three times in 30 days.', { code: 'three_a_month' })
  }
  if (counterOf(ctx, pairOf(ctx, me, other), 'asked') > 0) {
    throw forbidden('There is one request per person in 90 days.', { code: 'one_per_person' })
  }
}
