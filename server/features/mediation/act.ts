import type { MediationAction } from '../../../shared/api/mediation.ts'
import { findMove, movesFor } from '../../../shared/mediation/moves.ts'
import type { Context } from '../../context.ts'
import { conflict } from '../../core/errors.ts'
import { readForm } from '../../http/forms.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { findSeat, type Seat } from './seats.ts'
import type { VerbDoor } from './verb.ts'
import { verbs } from './verbs.ts'

const doorOf = (verb: string): VerbDoor | undefined => (Object.hasOwn(verbs, verb) ? verbs[verb] : undefined)

/** What is done with an account here, which a guest has not: they post nothing, and nobody can write to them. */
const ofMembers = new Set(['talk_privately', 'post_statement'])

const isOffered = (ctx: Context, seat: Seat, verb: string, door: VerbDoor): boolean =>
  !(seat.isGuest && ofMembers.has(verb)) && (!door.offered || door.offered(ctx, seat))

function actionOf(ctx: Context, seat: Seat, verb: string, messageId: string | null): MediationAction[] {
  const door = doorOf(verb)
  if (!door || !isOffered(ctx, seat, verb, door)) return []
  const { label, weight } = door
  const hint = (seat.isGuest && door.guestHint) || door.hint
  return [{ verb, label, hint, weight, message_id: messageId, form: door.fields?.(ctx, seat) ?? [] }]
}

/** What may be done with one message, of `wanted` verbs; whether it may now is asked of the table of moves. */
export const actionsOnMessage = (ctx: Context, seat: Seat, messageId: string, wanted: readonly string[]) =>
  wanted
    .filter((verb) => findMove(seat.case.now, seat.role, verb))
    .flatMap((verb) => actionOf(ctx, seat, verb, messageId))

/** Verbs that belong to one message and are offered there. */
const ofMessages = new Set([
  'offer',
  'approve',
  'carry',
  'unsend',
  'mark',
  'hold',
  'release',
  'message',
  'report_breach',
  'ask_words',
  'give_words',
  'keep_words',
  'ask_interpreter',
  'interpret',
])

/** What the viewer can do in a case now. */
export const actionsFor = (ctx: Context, seat: Seat): MediationAction[] =>
  movesFor(seat.case.now, seat.role)
    .filter((verb) => !ofMessages.has(verb))
    .flatMap((verb) => actionOf(ctx, seat, verb, null))

/** Does something in a case. Throws 404 without a place in it, 409 for what cannot be done now, 422 for a form that does not hold. */
export const act = (ctx: Context, viewer: Viewer, id: number, given: Record<string, unknown>): void =>
  actFrom(ctx, findSeat(ctx, viewer, id), given)

/** As {@link act}, from a place that was found. */
export function actFrom(ctx: Context, seat: Seat, given: Record<string, unknown>): void {
  const verb = String(given.verb)
  const door = doorOf(verb)
  if (!door || !findMove(seat.case.now, seat.role, verb) || !isOffered(ctx, seat, verb, door)) {
    throw conflict('This cannot be done now. Load the page again to see where things stand.', { code: 'not_now' })
  }
  door.run(ctx, seat, readForm(door.form, given, false))
}
