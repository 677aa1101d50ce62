import type { MediationInvitation, MediationView } from '../../../../shared/api/mediation.ts'
import { dueOf } from '../../../../shared/mediation/clock.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { actionsFor } from '../act.ts'
import { nameOf, readCase } from '../cases.ts'
import { type Cast, readCast } from '../cast.ts'
import { readIntake } from '../intake/texts.ts'
import { presentPeople } from '../people.ts'
import { casesInStates } from '../queries.ts'
import { presentQuotes } from '../room/quotes.ts'
import { findSeat, isKnownToB, type Seat } from '../seats.ts'
import { standingOf } from '../standing.ts'

/** Who asked, about which posts and with which hopes: only after it was asked for, and never the story. */
function presentWho(ctx: Context, { case: loaded }: Seat, cast: Cast | undefined) {
  if (!loaded.now.seen || !cast) return { from: null, quotes: [], hopes: [] }
  const { status_ids = [], hopes = [] } = readIntake(ctx, loaded)
  return {
    from: presentPeople(ctx, [cast.a]).get(cast.a) ?? null,
    quotes: presentQuotes(ctx, status_ids, [cast.a, cast.b]),
    hopes,
  }
}

/** An invitation as whoever has a place in it sees it. */
export function presentInvitation(ctx: Context, seat: Seat): MediationInvitation {
  const { id, codeName, now } = seat.case
  return {
    id: String(id),
    code_name: codeName,
    track: now.track,
    due_at: presentTime(dueOf(now) ?? now.since),
    seen: now.seen,
    ...presentWho(ctx, seat, readCast(ctx, seat.case)),
    text: standingOf(now, 'b').text,
    actions: actionsFor(ctx, seat),
  }
}

/** Whether it waits for an answer. */
export const isPending = ({ case: { now } }: Seat) => now.state === 'invited' && now.answer === 'none'

/** The invitations that wait for an answer of the viewer. */
export function readInvitations(ctx: Context, viewer: Viewer): MediationInvitation[] {
  return casesInStates(ctx.db, { who: nameOf(ctx, viewer.accountId), role: 'b', states: '["invited"]' })
    .map((row): Seat => ({ case: readCase(row), role: 'b', viewer }))
    .filter((seat) => isKnownToB(seat.case) && isPending(seat))
    .map((seat) => presentInvitation(ctx, seat))
}

/** One invitation. Throws 404 for who was not invited, or has answered. */
export function readInvitation(ctx: Context, viewer: Viewer, id: number): MediationInvitation {
  const seat = findSeat(ctx, viewer, id)
  if (seat.role !== 'b' || !isPending(seat)) throw notFound()
  return presentInvitation(ctx, seat)
}

/** What a case's page adds for whoever was invited: the same as the invitation has. */
export function presentInvitationPart(ctx: Context, seat: Seat, cast: Cast | undefined): Partial<MediationView> {
  if (seat.role !== 'b' || seat.case.now.state !== 'invited' || seat.case.now.harmed === 'b') return {}
  const { from, quotes, hopes } = presentWho(ctx, seat, cast)
  return { other: from, quotes, hopes }
}
