import type { MediationAction } from '../../../../shared/api/mediation.ts'
import { isParty, otherParty } from '../../../../shared/mediation/case.ts'
import { canUnsend } from '../../../../shared/mediation/pacing.ts'
import type { Context } from '../../../context.ts'
import { actionsOnMessage } from '../act.ts'
import type { Seat } from '../seats.ts'
import { choiceField } from './fields.ts'
import { mayGive } from './interpret.ts'
import { isHeldBy, markOptions, marksFor } from './joint.ts'
import { isCarried, isMediator, isMine, type Message, reached } from './messages.ts'
import { sideOf } from './post.ts'
import { isOwnWords } from './words.ts'

/** The ways of a side's own words to the moderators. */
function toModerators({ case: { now }, role }: Seat, message: Message): string[] {
  const isAsked = (now.askedWords ?? []).includes(message.id)
  if (isMediator(role)) return isOwnWords(message) && !isAsked ? ['ask_words'] : []
  return isAsked && message.author === role ? ['give_words', 'keep_words'] : []
}

function forMediator(message: Message, carried: boolean): string[] {
  const { stream, author, state, approvedAt } = message
  if (state === 'held' && isHeldBy(message)) return ['release']
  if (stream === 'joint' && isParty(author)) return ['hold']
  if (!sideOf(stream) || carried) return []
  const wording = isParty(author) && state === 'sent' ? ['offer'] : []
  return approvedAt === null ? wording : ['carry', ...wording]
}

function forSide(seat: Seat, message: Message, all: readonly Message[], carried: boolean): string[] {
  const { role } = seat
  if (!isParty(role)) return []
  const { stream, author, state, approvedAt, id } = message
  const own = sideOf(stream) === role && (author === role || state === 'offered') && !carried
  const arrived = author !== 'mediator' && author !== role && reached(all, otherParty(role)).some((m) => m.id === id)
  return [
    ...(own && approvedAt === null ? ['approve'] : []),
    ...(marksFor(seat, message, all).length > 0 ? ['mark'] : []),
    ...(arrived && state === 'sent' ? ['report_breach'] : []),
  ]
}

/** What the viewer can do with a message; whether the case lets them now is asked of the table of moves. */
export function actionsOf(ctx: Context, seat: Seat, message: Message, all: readonly Message[]): MediationAction[] {
  const carried = isCarried(all, message)
  const verbs = isMediator(seat.role) ? forMediator(message, carried) : forSide(seat, message, all, carried)
  const takesBack = isMine(seat, message) && !carried && canUnsend(message.createdAt, ctx.now())
  const takesYesBack =
    isParty(seat.role) && sideOf(message.stream) === seat.role && message.approvedAt !== null && !carried
  const wanted = [
    ...verbs,
    ...(mayGive(seat, message) ? ['ask_interpreter'] : []),
    ...toModerators(seat, message),
    ...(takesBack || takesYesBack ? ['unsend'] : []),
  ]
  const marks = markOptions(marksFor(seat, message, all))
  return actionsOnMessage(ctx, seat, String(message.id), wanted).map((action) =>
    action.verb === 'mark' ? { ...action, form: [choiceField('mark', marks)] } : action,
  )
}
