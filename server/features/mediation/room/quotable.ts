import type { MediationQuote } from '../../../../shared/api/mediation.ts'
import { isParty, otherParty } from '../../../../shared/mediation/case.ts'
import { roomLimits } from '../../../../shared/mediation/pacing.ts'
import type { Context } from '../../../context.ts'
import type { Cast } from '../cast.ts'
import { readIntake } from '../intake/texts.ts'
import type { Seat } from '../seats.ts'
import { isMediator } from './messages.ts'
import { privateBetween } from './queries.ts'
import { presentQuotes } from './quotes.ts'

/** The posts that the case is about, as this viewer may read them: whoever asked shows the mediator what they picked. */
export function postsOfCase(ctx: Context, seat: Seat, cast: Cast): MediationQuote[] {
  const { status_ids: ids = [] } = readIntake(ctx, seat.case)
  const { role } = seat
  if (!isParty(role) && !isMediator(role)) return []
  const readers = role === 'b' ? [cast.a, cast.b] : [cast.a]
  return presentQuotes(ctx, ids, readers).filter(({ text }) => text !== null)
}

/** What somebody can quote without looking for it: the posts of the case, and for a side what the two wrote privately. */
export function quotable(ctx: Context, seat: Seat, cast: Cast): MediationQuote[] {
  const posts = postsOfCase(ctx, seat, cast)
  if (!isParty(seat.role)) return posts
  const [me, other] = [cast[seat.role], cast[otherParty(seat.role)]]
  const ids = privateBetween(ctx.db, { me, other, most: roomLimits.offeredQuotes }).map(({ id }) => id)
  const known = new Set(posts.map(({ id }) => id))
  const letters = presentQuotes(ctx, ids, [me]).filter(({ id, text }) => text !== null && !known.has(id))
  return [...posts, ...letters]
}
