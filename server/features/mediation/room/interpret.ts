import { z } from 'zod'
import type { MediationView } from '../../../../shared/api/mediation.ts'
import { actionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { roomRefusals, roomTexts } from '../../../../shared/locales/en/mediation-room.ts'
import { isParty } from '../../../../shared/mediation/case.ts'
import { isThere } from '../../../../shared/mediation/conditions.ts'
import { roomLimits } from '../../../../shared/mediation/pacing.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { id } from '../../../http/forms.ts'
import { accountById } from '../../accounts/queries.ts'
import { append, nameOf } from '../cases.ts'
import { readCast, writeCast } from '../cast.ts'
import { decidedLately, inCaseAlready, inConflict } from '../matching/conflicts.ts'
import { tell } from '../notices.ts'
import { presentPeople } from '../people.ts'
import { putMember } from '../queries.ts'
import type { Seat } from '../seats.ts'
import { castWithout, leaveOut } from '../thirds.ts'
import { verb } from '../verb.ts'
import { findMessage } from './carry.ts'
import { peopleField, textField, ticked, tickField } from './fields.ts'
import { isMine, type Message, readMessages, writeSaid } from './messages.ts'
import { readText, sideOf } from './post.ts'
import { giveToInterpreter, setInterpreted } from './queries.ts'
import { refuseField } from './refuse.ts'

const one = z.object({ message_id: id })

/** Refuses who is no member, has a part here, or a conflict with one of the two; which of it is not said. */
function checkInterpreter(ctx: Context, seat: Seat, accountId: number): void {
  const cast = readCast(ctx, seat.case)
  const row = accountById(ctx.db, { id: accountId })
  const isMember = row && row.domain === null && row.joinedAt !== null && row.suspendedAt === null
  const isOut =
    !cast ||
    Object.values(cast).includes(accountId) ||
    inCaseAlready(ctx, seat.case.id, [accountId]).has(accountId) ||
    inConflict(ctx, cast, [accountId]).has(accountId) ||
    decidedLately(ctx, cast, [accountId]).has(accountId)
  if (!isMember || isOut) throw refuseField('account_id', roomRefusals.interpreter)
}

const nameInterpreter = verb({
  ...actionTexts.name_interpreter,
  form: z.object({ account_id: id }),
  fields: () => [peopleField('account_id', 1)],
  run(ctx, seat, { account_id: accountId }) {
    checkInterpreter(ctx, seat, accountId)
    const cast = readCast(ctx, seat.case)
    if (!cast) throw notFound()
    const texts = { cast: writeCast(ctx, seat.case.id, { ...cast, interpreter: accountId }) }
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'name_interpreter', { texts })
      tell(
        ctx,
        seat.case,
        (['a', 'b'] as const).filter((side) => side !== seat.role),
      )
    })
  },
})

const agreeInterpreter = verb({
  ...actionTexts.agree_interpreter,
  form: z.object({ read: ticked }),
  fields(ctx, seat) {
    const accountId = readCast(ctx, seat.case)?.interpreter ?? 0
    const person = presentPeople(ctx, [accountId]).get(accountId)
    return [{ ...tickField('read'), label: person ? roomTexts.mayInterpret(person.display_name, person.acct) : '' }]
  },
  run(ctx, seat) {
    const accountId = readCast(ctx, seat.case)?.interpreter
    if (!isParty(seat.role) || accountId === undefined) throw notFound()
    ctx.transact(() => {
      const { id: caseId, now } = append(ctx, seat.case.id, seat.role, 'agree_interpreter')
      if (now.interpreter?.stands !== 'agreed') return
      putMember(ctx.db, { caseId, role: 'interpreter', who: nameOf(ctx, accountId), now: ctx.now() })
      tell(ctx, seat.case, ['interpreter'])
    })
  },
})

const refuseInterpreter = verb({
  ...actionTexts.refuse_interpreter,
  form: z.object({}),
  run(ctx, seat) {
    const texts = castWithout(ctx, seat.case, 'interpreter')
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'refuse_interpreter', { texts })
      leaveOut(ctx, seat.case, 'interpreter')
    })
  },
})

/** Whether the interpreter has a message now, or has interpreted it. */
const isGiven = ({ case: { now } }: Seat, { id: messageId, interpretedId }: Message): boolean =>
  interpretedId !== null || (now.toInterpret ?? []).includes(messageId)

/**
 * Whether somebody may give this message to the interpreter: a side what stands in its own part or in the shared room,
 * a mediator what they said themselves. So what one side told the mediator is given on by that side alone.
 */
export function mayGive(seat: Seat, message: Message): boolean {
  const isSaid = message.state === 'sent' || message.state === 'offered'
  if (!isSaid || message.stream === 'notes' || isGiven(seat, message)) return false
  if (isMine(seat, message)) return true
  return isParty(seat.role) && (message.stream === 'joint' || sideOf(message.stream) === seat.role)
}

const askInterpreter = verb({
  ...actionTexts.ask_interpreter,
  form: one,
  run(ctx, seat, form) {
    const { message } = findMessage(ctx, seat, form.message_id)
    if (!mayGive(seat, message)) throw notFound(roomRefusals.notYoursToGive)
    ctx.transact(() => {
      giveToInterpreter(ctx.db, { id: message.id, now: ctx.now() })
      append(ctx, seat.case.id, seat.role, 'ask_interpreter', { messageId: message.id })
      tell(ctx, seat.case, ['interpreter'])
    })
  },
})

/** What waits for the interpreter now: given to them in this step, and not yet interpreted. */
export const waitingFor = (ctx: Context, { case: { id: caseId, now } }: Seat): Message[] =>
  readMessages(ctx, caseId).filter(
    (message) => (now.toInterpret ?? []).includes(message.id) && message.state !== 'unsent' && message.state !== 'held',
  )

const interpret = verb({
  ...actionTexts.interpret,
  form: z.object({ message_id: id, text: z.string() }),
  fields: () => [{ ...textField('interpreted', roomLimits.message), name: 'text' }],
  run(ctx, seat, form) {
    const message = waitingFor(ctx, seat).find((each) => each.id === form.message_id)
    if (!message) throw notFound(roomRefusals.notGiven)
    const said = { text: readText(form.text), quotes: [], by: seat.viewer.accountId }
    const textId = writeSaid(ctx, seat.case.id, message.stream, said)
    const side = sideOf(message.stream)
    const waits = side ? ([side, 'mediator'] as const) : (['a', 'b', 'mediator'] as const)
    ctx.transact(() => {
      setInterpreted(ctx.db, { id: message.id, textId })
      append(ctx, seat.case.id, seat.role, 'interpret', { messageId: message.id, waits })
      tell(ctx, seat.case, waits)
    })
  },
})

/** Somebody who interprets: agreed to by both at each step, and reading what they are given. */
export const interpretVerbs = {
  name_interpreter: nameInterpreter,
  agree_interpreter: agreeInterpreter,
  refuse_interpreter: refuseInterpreter,
  ask_interpreter: askInterpreter,
  interpret,
}

/** Whether the interpreter reads anything of this case now. */
export const isInterpreting = ({ role, case: { now } }: Seat): boolean =>
  role === 'interpreter' && isThere(now.interpreter) && (now.state === 'opening' || now.state === 'active')

/** The messages that an interpreter reads, as one list, from which nothing of the talk around them can be told. */
export const interpretingStream = (messages: MediationView['streams'][number]['messages']) => ({
  name: 'joint' as const,
  label: roomTexts.toInterpret,
  hint: roomTexts.toInterpretHint,
  readers: roomTexts.readersOfInterpreted,
  can_write: false,
  why_not: null,
  max: roomLimits.message,
  messages,
})
