import type { TruceKind } from '../../../shared/api/pauses.ts'
import { formatDate } from '../../../shared/text/figures.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { lastEnd, lastOffer, offersSince } from './queries.ts'

const rest = limits.truceRest / DAY
const within = limits.truceOffersWithin / DAY

const refuse = (error: string, description: string) => invalidFields({ account_id: [{ error, description }] })

/**
 * Refuses (422) an offer past the offerer's own limits. Each holds whatever the other did, and is worded as a rule for
 * who offers, so that none of them betrays an answer.
 */
export function checkRoom(ctx: Context, pair: { kind: TruceKind; me: number; targetId: number }): void {
  const now = ctx.now()
  const end = lastEnd(ctx.db, pair)?.endsAt ?? 0
  if (end > now) throw refuse('ERR_TAKEN', `You two have agreed on this already, until ${formatDate(end)}.`)
  if (end > now - limits.truceRest) {
    const next = formatDate(end + limits.truceRest)
    throw refuse(
      'ERR_TOO_SOON',
      `The last one between you ended less than ${rest} days ago. The next can be offered on ${next}.`,
    )
  }
  const offeredAt = lastOffer(ctx.db, pair)?.offeredAt ?? 0
  if (offeredAt > now - limits.truceRest) {
    const next = formatDate(offeredAt + limits.truceRest)
    throw refuse('ERR_TOO_SOON', `One offer to one person in ${rest} days. You can offer this again on ${next}.`)
  }
  const made = offersSince(ctx.db, { me: pair.me, since: now - limits.truceOffersWithin, most: limits.truceOffers })
  const oldest = made.at(-1)?.offeredAt
  if (made.length < limits.truceOffers || oldest === undefined) return
  const next = formatDate(oldest + limits.truceOffersWithin)
  throw refuse(
    'ERR_TOO_MANY',
    `${limits.truceOffers} offers in ${within} days are the most. You can make the next one on ${next}.`,
  )
}
