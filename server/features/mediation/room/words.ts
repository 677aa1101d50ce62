import { z } from 'zod'
import { actionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { roomRefusals } from '../../../../shared/locales/en/mediation-room.ts'
import { isParty } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import type { Events } from '../../../events.ts'
import { id } from '../../../http/forms.ts'
import { append, loadCase } from '../cases.ts'
import { tell } from '../notices.ts'
import type { Seat } from '../seats.ts'
import { verb } from '../verb.ts'
import { findMessage } from './carry.ts'
import { type Message, readMessages, textsOf } from './messages.ts'
import { setMessageState } from './queries.ts'
import { handOver, sidesOf } from './report.ts'

const one = z.object({ message_id: id })

/** Whether a message is a side's own words as they said them: neither a wording of the mediator nor what was carried. */
export const isOwnWords = ({ author, carriedFrom, state, stream }: Message): boolean =>
  isParty(author) && carriedFrom === null && state === 'sent' && stream !== 'notes'

const isAsked = ({ case: { now } }: Seat, messageId: number) => (now.askedWords ?? []).includes(messageId)

const askWords = verb({
  ...actionTexts.ask_words,
  form: one,
  run(ctx, seat, form) {
    const { message } = findMessage(ctx, seat, form.message_id)
    if (!isOwnWords(message) || !isParty(message.author)) throw notFound(roomRefusals.gone)
    if (isAsked(seat, message.id)) throw conflict(roomRefusals.asked)
    const waits = [message.author]
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'ask_words', { messageId: message.id, waits })
      tell(ctx, seat.case, waits)
    })
  },
})

/** A message of one's own of which the mediator asks whether it may go to the moderators. Throws 404. */
function findAsked(ctx: Context, seat: Seat, messageId: number): Message {
  const { message } = findMessage(ctx, seat, messageId)
  if (message.author !== seat.role || !isAsked(seat, message.id)) throw notFound(roomRefusals.gone)
  return message
}

const giveWords = verb({
  ...actionTexts.give_words,
  form: one,
  run(ctx, seat, form) {
    const message = findAsked(ctx, seat, form.message_id)
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'give_words', { messageId: message.id })
      handOver(ctx, sidesOf(ctx, seat), { text: `“${message.text}”` })
    })
  },
})

const keepWords = verb({
  ...actionTexts.keep_words,
  form: one,
  run(ctx, seat, form) {
    const message = findAsked(ctx, seat, form.message_id)
    append(ctx, seat.case.id, seat.role, 'keep_words', { messageId: message.id })
  },
})

/** A side's own words on their way to the moderators: only where the mediator asks and their author says yes. */
export const wordVerbs = { ask_words: askWords, give_words: giveWords, keep_words: keepWords }

/** Deletes in a shared room that is over what its author wanted to be erased; what was carried stays with who has it. */
export function eraseAtEnd(ctx: Context, { caseId, verb: done, from, to }: Events['mediationMoved']): void {
  const isTime = from !== 'closed' || done === 'erase_mine' || done === 'lift_hold'
  if (to !== 'closed' || !isTime) return
  const { now } = loadCase(ctx, caseId)
  const { erases } = now
  if (!erases || now.legalHold) return
  const mine = readMessages(ctx, caseId).filter(
    ({ stream, author, state }) => stream === 'joint' && isParty(author) && erases[author] && state !== 'unsent',
  )
  ctx.transact(() => {
    for (const { id: messageId } of mine) setMessageState(ctx.db, { id: messageId, state: 'unsent' })
  })
  ctx.mediation.drop(mine.flatMap(textsOf))
}
