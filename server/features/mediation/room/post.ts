import { z } from 'zod'
import { mediationStreams } from '../../../../shared/api/mediation.ts'
import { roomRefusals, silenceTexts } from '../../../../shared/locales/en/mediation-room.ts'
import { isParty, type Listener, type Party } from '../../../../shared/mediation/case.ts'
import { isThere } from '../../../../shared/mediation/conditions.ts'
import { roomLimits, waitsForMediator } from '../../../../shared/mediation/pacing.ts'
import { mayRead, silenceOf } from '../../../../shared/mediation/streams.ts'
import type { Context } from '../../../context.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { id, listOf } from '../../../http/forms.ts'
import { append } from '../cases.ts'
import { type Cast, readCast } from '../cast.ts'
import { tell } from '../notices.ts'
import type { Seat } from '../seats.ts'
import { isMediator, type Message, reached, readMessages, type Said, spokenIn, writeSaid } from './messages.ts'
import { insertMessage, type MessageRow } from './queries.ts'
import { seenByAll } from './quotes.ts'
import { refuseField } from './refuse.ts'
import { checkShown } from './shown.ts'

/** What is said, and where. */
export const messageForm = z.object({
  stream: z.enum(mediationStreams),
  text: z.string(),
  quote_ids: listOf(id, roomLimits.quotes).default([]),
})
type MessageForm = z.infer<typeof messageForm>

/** A text as it is kept. Throws 422 for an empty one or one that is too long. */
export function readText(given: string, field = 'text'): string {
  const text = given.replace(/\r\n?/g, '\n').trim()
  if (text === '') throw refuseField(field, roomRefusals.empty, 'ERR_BLANK')
  if (text.length > roomLimits.message)
    throw refuseField(field, roomRefusals.tooLong(roomLimits.message), 'ERR_TOO_LONG')
  return text
}

/** The side whose talk with the mediator a part is; undefined for the others. */
export const sideOf = (stream: MessageRow['stream']): Party | undefined =>
  stream === 'caucus_a' ? 'a' : stream === 'caucus_b' ? 'b' : undefined

/** Whose eyes a quote in this part has to be for. */
function readersOf(stream: MessageRow['stream'], cast: Cast, me: number): number[] {
  const side = sideOf(stream)
  if (side) return [cast[side]]
  return stream === 'joint' ? [cast.a, cast.b] : [me]
}

/** Refuses after the third time that one side writes back what it heard. */
export function checkRounds(phase: MessageRow['phase'] | undefined, party: Party, messages: readonly Message[]): void {
  if (phase !== 'reflect') return
  const rounds = reached(messages, party).filter((message) => message.phase === 'reflect')
  if (rounds.length >= roomLimits.reflections) throw conflict(roomRefusals.rounds, { code: 'rounds' })
}

/** Who says something in a case: a side or the mediator. Throws 404 for everybody else. */
export function speakerOf({ role }: Seat): MessageRow['author'] {
  if (role === 'a' || role === 'b') return role
  if (isMediator(role)) return 'mediator'
  throw notFound(roomRefusals.noStream)
}

/** Says something in a part of the talk. Throws 404 for another's part, 409 where one cannot write now, 422. */
export function postMessage(
  ctx: Context,
  seat: Seat,
  { stream, text, quote_ids: quotes }: MessageForm,
  verb = 'message',
): void {
  const { id: caseId, now } = seat.case
  if (!mayRead(seat.role, stream)) throw notFound(roomRefusals.noStream)
  const messages = readMessages(ctx, caseId)
  const silence = silenceOf(now, seat.role, stream, { spoken: spokenIn(now, messages), now: ctx.now() })
  if (silence) throw conflict(silenceTexts[silence.why], { code: silence.why })
  const author = speakerOf(seat)
  const said = { text: readText(text), quotes }
  const cast = readCast(ctx, seat.case)
  if (quotes.length > 0) checkQuotes(ctx, quotes, cast ? readersOf(stream, cast, seat.viewer.accountId) : [])
  if (cast && !isToMediator(stream, author)) checkShown(ctx, seat.case, cast, quotes)
  if (stream === 'joint' && isParty(author)) checkRounds(now.phase, author, messages)
  const held = isLearning(seat)
    ? stream !== 'notes'
    : stream === 'joint' && isParty(author) && waitsForMediator(now.phase)
  keepMessage(ctx, seat, { stream, author, state: held ? 'held' : 'sent', said }, verb)
}

/** Refuses quotes that somebody who will read them may not see. */
export function checkQuotes(
  ctx: Context,
  quotes: readonly number[],
  people: readonly number[],
  field = 'quote_ids',
): void {
  const seen = seenByAll(ctx, quotes, people)
  const said = people.length > 1 ? roomRefusals.quotes : roomRefusals.ownQuotes
  if (people.length === 0 || quotes.some((quote) => !seen.has(quote))) throw refuseField(field, said)
}

/** Whether something is said by a side to the mediator alone, or by the mediator to themselves. */
export const isToMediator = (stream: MessageRow['stream'], author: MessageRow['author']): boolean =>
  stream === 'notes' || sideOf(stream) === author

/** Whoever still learns to mediate: what they write waits for who leads. */
export const isLearning = ({ role, case: { now } }: Seat): boolean => role === 'co_mediator' && now.co?.learns === true

/** For whom a new message is something new. */
export function listenersOf(
  { case: { now } }: Seat,
  stream: MessageRow['stream'],
  state: MessageRow['state'],
): Listener[] {
  const led: Listener[] = isThere(now.co) ? ['mediator', 'co_mediator'] : ['mediator']
  if (state === 'held') return led
  const side = sideOf(stream)
  return side ? [side, ...led] : ['a', 'b', ...led]
}

type New = Pick<MessageRow, 'stream' | 'author' | 'state'> & { said: Said; carriedFrom?: number }

/** Seals a message, keeps its row and lets the case know. The mediator's own notes move nothing. */
export function keepMessage(ctx: Context, seat: Seat, message: New, verb = 'message'): void {
  const { id: caseId, now } = seat.case
  const { stream, author, state, said, carriedFrom = null } = message
  const by = isMediator(seat.role) ? { by: seat.viewer.accountId } : {}
  const textId = writeSaid(ctx, caseId, stream, { ...said, ...by })
  ctx.transact(() => {
    const messageId = ctx.newId()
    const phase = now.state === 'active' ? (now.phase ?? null) : null
    insertMessage(ctx.db, { id: messageId, caseId, stream, author, textId, state, carriedFrom, phase, now: ctx.now() })
    if (stream === 'notes') return
    const waits = listenersOf(seat, stream, state).filter((role) => role !== seat.role)
    append(ctx, caseId, seat.role, verb, { messageId, waits })
    tell(ctx, seat.case, waits)
  })
}
