import { z } from 'zod'
import { actionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { roomRefusals } from '../../../../shared/locales/en/mediation-room.ts'
import { isParty, otherParty } from '../../../../shared/mediation/case.ts'
import { canUnsend, roomLimits } from '../../../../shared/mediation/pacing.ts'
import { caucusOf } from '../../../../shared/mediation/streams.ts'
import type { Context } from '../../../context.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { id } from '../../../http/forms.ts'
import { append } from '../cases.ts'
import { readCast } from '../cast.ts'
import { tell } from '../notices.ts'
import type { Seat } from '../seats.ts'
import { verb } from '../verb.ts'
import { textField } from './fields.ts'
import { isCarried, isMediator, isMine, type Message, readMessages, seesMessage, textsOf } from './messages.ts'
import { checkQuotes, checkRounds, isLearning, keepMessage, readText, sideOf } from './post.ts'
import { setApproved, setMessageState } from './queries.ts'
import { checkShown } from './shown.ts'

const one = z.object({ message_id: id })

/** A message that the viewer sees, with all the others. Throws 404. */
export function findMessage(ctx: Context, seat: Seat, messageId: number): { message: Message; all: Message[] } {
  const all = readMessages(ctx, seat.case.id)
  const message = all.find((each) => each.id === messageId)
  if (!message || message.state === 'unsent' || !seesMessage(seat.role, message)) throw notFound(roomRefusals.gone)
  return { message, all }
}

/** The mediator's wording of what somebody said: it is nothing until its author says yes to it. */
const offerWording = verb({
  ...actionTexts.offer,
  form: z.object({ message_id: id, text: z.string() }),
  fields: () => [textField('text', roomLimits.message)],
  run(ctx, seat, form) {
    const { message } = findMessage(ctx, seat, form.message_id)
    if (!sideOf(message.stream) || message.author === 'mediator') throw notFound(roomRefusals.gone)
    const said = { text: readText(form.text), quotes: message.quotes }
    const { stream, id: carriedFrom } = message
    const state = isLearning(seat) ? 'held' : 'offered'
    keepMessage(ctx, seat, { stream, author: 'mediator', state, said, carriedFrom }, 'offer')
  },
})

/** Whether the words of a message are this side's to agree to: their own, or the mediator's wording of them. */
const isOwn = ({ role }: Seat, { stream, author, state }: Message): boolean =>
  isParty(role) && stream === caucusOf(role) && (author === role || state === 'offered')

const approve = verb({
  ...actionTexts.approve,
  form: one,
  run(ctx, seat, form) {
    const { message, all } = findMessage(ctx, seat, form.message_id)
    if (!isOwn(seat, message)) throw notFound(roomRefusals.notYours)
    if (isCarried(all, message)) throw conflict(roomRefusals.carried)
    if (message.approvedAt !== null) throw conflict(roomRefusals.approved)
    ctx.transact(() => {
      setApproved(ctx.db, { id: message.id, at: ctx.now() })
      append(ctx, seat.case.id, seat.role, 'approve', { messageId: message.id, waits: ['mediator'] })
      tell(ctx, seat.case, ['mediator'])
    })
  },
})

/** In a case of one message, one is carried to each side. */
function checkOnce({ case: { now } }: Seat, all: readonly Message[], from: Message): void {
  if (now.track !== 'message') return
  const gone = all.some((other) => other.state === 'sent' && other.carriedFrom !== null && isFromSide(all, other, from))
  if (gone) throw conflict(roomRefusals.oneMessage, { code: 'one_message' })
}

const isFromSide = (all: readonly Message[], arrived: Message, { stream }: Message) =>
  all.some((source) => source.id === arrived.carriedFrom && source.stream === stream && arrived.stream !== stream)

const carry = verb({
  ...actionTexts.carry,
  form: one,
  run(ctx, seat, form) {
    const { message, all } = findMessage(ctx, seat, form.message_id)
    const side = sideOf(message.stream)
    const cast = readCast(ctx, seat.case)
    if (!side || !cast || !isMediator(seat.role)) throw notFound(roomRefusals.gone)
    if (message.approvedAt === null) throw conflict(roomRefusals.notApproved, { code: 'not_approved' })
    if (isCarried(all, message)) throw conflict(roomRefusals.carried)
    checkOnce(seat, all, message)
    checkRounds(seat.case.now.phase, side, all)
    if (message.quotes.length > 0) {
      checkQuotes(ctx, message.quotes, [cast.a, cast.b])
      checkShown(ctx, seat.case, cast, message.quotes)
    }
    const said = { text: message.text, quotes: message.quotes }
    const stream = caucusOf(otherParty(side))
    keepMessage(ctx, seat, { stream, author: side, state: 'sent', said, carriedFrom: message.id }, 'carry')
  },
})

const unsend = verb({
  ...actionTexts.unsend,
  form: one,
  run(ctx, seat, form) {
    const { message, all } = findMessage(ctx, seat, form.message_id)
    if (isCarried(all, message)) throw conflict(roomRefusals.carried)
    const takesBackYes = isOwn(seat, message) && message.approvedAt !== null
    if (!takesBackYes && !isMine(seat, message)) throw notFound(roomRefusals.gone)
    if (!takesBackYes && !canUnsend(message.createdAt, ctx.now())) throw conflict(roomRefusals.tooLate)
    ctx.transact(() => {
      if (takesBackYes) setApproved(ctx.db, { id: message.id, at: null })
      else setMessageState(ctx.db, { id: message.id, state: 'unsent' })
      append(ctx, seat.case.id, seat.role, 'unsend', { messageId: message.id })
    })
    if (!takesBackYes) ctx.mediation.drop(textsOf(message))
  },
})

/** One's own words to the mediator go at once; what others received of them is theirs. */
const eraseMine = verb({
  ...actionTexts.erase_mine,
  form: z.object({}),
  run(ctx, seat) {
    const { role } = seat
    const own = readMessages(ctx, seat.case.id).filter(
      ({ stream, author }) => sideOf(stream) === role && author === role,
    )
    const said = own.filter(({ carriedFrom }) => carriedFrom === null)
    ctx.transact(() => {
      for (const { id: messageId } of said) setMessageState(ctx.db, { id: messageId, state: 'unsent' })
      append(ctx, seat.case.id, role, 'erase_mine')
    })
    ctx.mediation.drop(said.flatMap(textsOf))
  },
})

/** How words come from one side to the other: only in what their author said yes to, word for word. */
export const carryVerbs = { offer: offerWording, approve, carry, unsend, erase_mine: eraseMine }
