import { isOpen } from '../../../../shared/mediation/moves.ts'
import type { Context } from '../../../context.ts'
import { forbidden } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { accountById } from '../../accounts/queries.ts'
import { nameOf, readCase } from '../cases.ts'
import { counterOf, pairOf, remember } from '../pairs.ts'
import { casesInStates, requestsSince } from '../queries.ts'

const texts = {
  tooNew: (isGuest: boolean) =>
    isGuest
      ? 'You can ask for a mediator once your account is 7 days old.'
      : 'You can ask for a mediator once you have been here for 7 days.',
  open: (isGuest: boolean) =>
    isGuest
      ? 'You have a request open. You can ask again when it has ended.'
      : 'You have two requests open. You can ask again when one has ended.',
}

/** The name of a server for this month: from a server of one's own anybody can ask under many names. */
const serverNow = (ctx: Context, domain: string): Buffer =>
  ctx.vault.fingerprint('mediation server', `${domain} ${Math.floor(ctx.now() / limits.mediationServerTime)}`)

/** Remembers that somebody asked from their server, if it is another one. */
export function countFrom(ctx: Context, accountId: number): void {
  const domain = accountById(ctx.db, { id: accountId })?.domain
  if (domain) remember(ctx, serverNow(ctx, domain), 'server', limits.mediationServerTime)
}

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
  const guest = account?.domain ? account : undefined
  if (guest?.limitedAt) throw forbidden('You cannot ask for a mediator here from this account.', { code: 'not_here' })
  if (account?.limitedAt) {
    throw forbidden('Moderators have limited your account. While that lasts you can ask for no mediator.', {
      code: 'limited',
    })
  }
  if (now - ((guest ? guest.createdAt : account?.joinedAt) ?? now) < limits.mediationAccountAge) {
    throw forbidden(texts.tooNew(guest !== undefined), { code: 'too_new' })
  }
  const open = casesInStates(ctx.db, { who, role: 'a', states: openStates }).filter((row) => isOpen(readCase(row).now))
  if (open.length >= (guest ? limits.mediationOpenElsewhere : limits.mediationOpen)) {
    throw forbidden(texts.open(guest !== undefined), { code: guest ? 'one_open' : 'two_open' })
  }
  if (guest?.domain && counterOf(ctx, serverNow(ctx, guest.domain), 'server') >= limits.mediationServer) {
    throw forbidden('Many have asked from your server of late. Please try again in a month.', { code: 'server_busy' })
  }
  const since = now - limits.mediationRequestsTime
  if ((requestsSince(ctx.db, { who, since })?.count ?? 0) >= limits.mediationRequests) {
    throw forbidden('You can ask three times in 30 days.', { code: 'three_a_month' })
  }
  if (counterOf(ctx, pairOf(ctx, me, other), 'asked') > 0) {
    throw forbidden('There is one request per person in 90 days.', { code: 'one_per_person' })
  }
}
