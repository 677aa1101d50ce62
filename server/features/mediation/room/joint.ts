import { z } from 'zod'
import { actionTexts, optionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { needsSaid, needTexts, roomRefusals } from '../../../../shared/locales/en/mediation-room.ts'
import { isParty } from '../../../../shared/mediation/case.ts'
import { marksIn, needs, roomLimits, turnOf } from '../../../../shared/mediation/pacing.ts'
import { caucusOf, isOpenStream } from '../../../../shared/mediation/streams.ts'
import type { Context } from '../../../context.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { id, listOf } from '../../../http/forms.ts'
import { append } from '../cases.ts'
import { tell } from '../notices.ts'
import type { Seat } from '../seats.ts'
import { verb } from '../verb.ts'
import { findMessage } from './carry.ts'
import { choicesField, textField } from './fields.ts'
import { isMediator, type Message, reached, readMessages, spokenIn, writeSaid } from './messages.ts'
import { listenersOf, postMessage } from './post.ts'
import { setMark, setMessageState, setMessageText } from './queries.ts'
import { refuseField } from './refuse.ts'

/** What a mediator may hold back or let through: a side's words in the shared room, and what one who learns wrote. */
export const isHeldBy = ({ stream, author, state }: Message): boolean =>
  isParty(author) ? stream === 'joint' : state === 'held'

/** A message that the mediator may hold back or let through. Throws 404. */
function findJoint(ctx: Context, seat: Seat, messageId: number, state: Message['state']): Message {
  const { message } = findMessage(ctx, seat, messageId)
  if (message.state !== state || !isHeldBy(message)) throw conflict(roomRefusals.held)
  return message
}

const hold = verb({
  ...actionTexts.hold,
  form: z.object({ message_id: id, reason: z.string().trim().max(roomLimits.holdReason).default('') }),
  fields: () => [textField('reason', roomLimits.holdReason, false)],
  run(ctx, seat, form) {
    const message = findJoint(ctx, seat, form.message_id, 'sent')
    const said = { text: message.text, quotes: message.quotes, why: form.reason }
    const textId = writeSaid(ctx, seat.case.id, 'joint', said)
    ctx.transact(() => {
      setMessageText(ctx.db, { id: message.id, textId })
      setMessageState(ctx.db, { id: message.id, state: 'held' })
      append(ctx, seat.case.id, seat.role, 'hold', {
        messageId: message.id,
        waits: isParty(message.author) ? [message.author] : [],
      })
      if (isParty(message.author)) tell(ctx, seat.case, [message.author])
    })
  },
})

const release = verb({
  ...actionTexts.release,
  form: z.object({ message_id: id }),
  run(ctx, seat, form) {
    const message = findJoint(ctx, seat, form.message_id, 'held')
    ctx.transact(() => {
      // a wording of who learns is then offered to its author, as the mediator's own would be
      const state = isParty(message.author) || message.carriedFrom === null ? 'sent' : 'offered'
      setMessageState(ctx.db, { id: message.id, state })
      const waits = listenersOf(seat, message.stream, state).filter((role) => isParty(role) && role !== message.author)
      append(ctx, seat.case.id, seat.role, 'release', { messageId: message.id, waits })
      tell(ctx, seat.case, waits)
    })
  },
})

/** How this message can be marked by this listener: only what came from the other side, in a phase with marks. */
export function marksFor(seat: Seat, message: Message, all: readonly Message[]): readonly string[] {
  const { role } = seat
  if (!isParty(role) || message.author === 'mediator' || message.author === role || message.state !== 'sent') return []
  return reached(all, message.author).some(({ id: arrived }) => arrived === message.id)
    ? marksIn(message.phase ?? undefined)
    : []
}

/** What the marks of a phase are called. */
export const markOptions = (marks: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(optionTexts.marks).filter(([mark]) => marks.includes(mark)))

const mark = verb({
  ...actionTexts.mark,
  form: z.object({ message_id: id, mark: z.string() }),
  run(ctx, seat, form) {
    const { message, all } = findMessage(ctx, seat, form.message_id)
    if (!marksFor(seat, message, all).includes(form.mark)) throw refuseField('mark', roomRefusals.mark)
    ctx.transact(() => {
      setMark(ctx.db, { id: message.id, mark: form.mark })
      append(ctx, seat.case.id, seat.role, 'mark', { messageId: message.id })
    })
  },
})

/** The parts in which a side speaks: with all where there is a shared room, or else with the mediator. */
const ownStream = ({ case: { now }, role }: Seat) =>
  isOpenStream(now, 'joint') ? 'joint' : caucusOf(role === 'b' ? 'b' : 'a')

const stateNeeds = verb({
  ...actionTexts.state_needs,
  form: z.object({ needs: listOf(z.enum(needs), needs.length).default([]), text: z.string().default('') }),
  fields: () => [choicesField('needs', needTexts), textField('text', roomLimits.message - 300, false)],
  offered: (_, { case: { now } }) => now.phase === 'needs' && now.state === 'active',
  run(ctx, seat, form) {
    if (!isParty(seat.role)) throw notFound()
    const own = form.text.trim()
    if (form.needs.length === 0 && own === '') throw refuseField('needs', roomRefusals.needs, 'ERR_BLANK')
    const picked = form.needs.length === 0 ? [] : [needsSaid(form.needs.map((need) => needTexts[need]))]
    const text = [...picked, own].filter(Boolean).join('\n\n')
    postMessage(ctx, seat, { stream: ownStream(seat), text, quote_ids: [] }, 'state_needs')
  },
})

const holderOf = (ctx: Context, { case: { id: caseId, now } }: Seat) =>
  turnOf(spokenIn(now, readMessages(ctx, caseId)).filter(({ phase }) => phase === now.phase))

const passTurn = verb({
  ...actionTexts.pass_turn,
  form: z.object({}),
  offered: (ctx, seat) => isMediator(seat.role) || holderOf(ctx, seat) === seat.role,
  run(ctx, seat) {
    append(ctx, seat.case.id, seat.role, 'pass_turn', { party: holderOf(ctx, seat) })
  },
})

/** What is done in the shared room, and with what came from the other side. */
export const jointVerbs = { hold, release, mark, state_needs: stateNeeds, pass_turn: passTurn }
