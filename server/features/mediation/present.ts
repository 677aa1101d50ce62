import type { MediationLine, MediationPerson, MediationRole, MediationView } from '../../../shared/api/mediation.ts'
import { isParty, otherParty } from '../../../shared/mediation/case.ts'
import { dueOf } from '../../../shared/mediation/clock.ts'
import type { Context } from '../../context.ts'
import { presentTime } from '../accounts/present.ts'
import { readSettings } from '../settings/queries.ts'
import { actionsFor } from './act.ts'
import type { Loaded } from './cases.ts'
import { type Cast, readCast } from './cast.ts'
import { presentOwnPart } from './parts.ts'
import { presentAddress, presentPeople } from './people.ts'
import type { Seat } from './seats.ts'
import { needsYou, standingOf, stateFor } from './standing.ts'

const open = ['draft', 'triage', 'invited', 'matching', 'opening', 'active', 'signing', 'follow_up']

/** Until when it waits, for this viewer; null once nothing does. */
function presentDue({ now }: Loaded, role: MediationRole): string | null {
  const due = open.includes(stateFor(now, role)) ? dueOf(now) : undefined
  return due === undefined ? null : presentTime(due)
}

/** A case in a list. */
export function presentLine(loaded: Loaded, role: MediationRole): MediationLine {
  const { id, codeName, now } = loaded
  return {
    id: String(id),
    code_name: codeName,
    role,
    track: now.track,
    state: stateFor(now, role),
    title: standingOf(now, role).title,
    due_at: presentDue(loaded, role),
    needs_you: needsYou(now, role),
  }
}

/** Before there is a yes, the requester sees an address, and the person invited only who asks once they want to. */
function presentOther(ctx: Context, { case: { now }, role }: Seat, cast: Cast | undefined): MediationPerson | null {
  const party = role === 'support_a' ? 'a' : role === 'support_b' ? 'b' : role
  if (!cast || !isParty(party)) return null
  const id = cast[otherParty(party)]
  if (now.answer !== 'yes')
    return party === 'a' ? presentAddress(ctx, id, now.texts.called) : now.seen ? presentAddress(ctx, id) : null
  return presentPeople(ctx, [id]).get(id) ?? null
}

const isSomebody = (id: number | undefined) => id !== undefined

function presentThird(ctx: Context, { case: { now }, role }: Seat, cast: Cast | undefined) {
  const known = now.answer === 'yes' ? cast : undefined
  const sees = ['mediator', 'co_mediator', 'interpreter', 'coordinator'].includes(role)
  const people = cast
    ? presentPeople(ctx, [cast.a, cast.b, cast.mediator, cast.co_mediator, cast.interpreter].filter(isSomebody))
    : new Map<number, MediationPerson>()
  const [a, b] = [people.get(cast?.a ?? 0), people.get(cast?.b ?? 0)]
  const third = (id: number | undefined) => people.get(id ?? 0) ?? null
  return {
    mediator: third(known?.mediator),
    co_mediator: third(known?.co_mediator),
    interpreter: third(known?.interpreter),
    parties: sees && a && b ? { a, b } : null,
  }
}

/** Where else somebody could ask who is turned away because nobody has room. */
const presentAllies = (ctx: Context, { case: { now }, role }: Seat): MediationView['allies'] =>
  now.state === 'closed' && now.reason === 'capacity' && isParty(role) ? readSettings(ctx.db).mediationAllies : []

/** A case as the viewer may see it: what every case has, then the parts of what it is about now. */
export function presentCase(ctx: Context, seat: Seat): MediationView {
  const { now } = seat.case
  const cast = readCast(ctx, seat.case)
  const { title, text, next } = standingOf(now, seat.role)
  return {
    ...presentLine(seat.case, seat.role),
    mode: now.mode,
    phase: now.state === 'active' ? (now.phase ?? null) : null,
    title,
    text,
    next,
    created_at: presentTime(now.openedAt),
    paused_until: null,
    other: presentOther(ctx, seat, cast),
    ...presentThird(ctx, seat, cast),
    intake: null,
    flagged: [],
    hopes: [],
    quotes: [],
    quotable: [],
    candidates: [],
    streams: [],
    prompts: [],
    agreement: null,
    exceptions: [],
    reports: [],
    allies: presentAllies(ctx, seat),
    actions: actionsFor(ctx, seat),
    ...presentOwnPart(ctx, seat, cast),
  }
}
