import type {
  MediationMessage,
  MediationPerson,
  MediationQuote,
  MediationView,
} from '../../../../shared/api/mediation.ts'
import { mediationStreams } from '../../../../shared/api/mediation.ts'
import { roomTexts, silenceTexts, streamTexts } from '../../../../shared/locales/en/mediation-room.ts'
import { isThere } from '../../../../shared/mediation/conditions.ts'
import { roomLimits } from '../../../../shared/mediation/pacing.ts'
import { isOpenStream, mayRead, silenceOf } from '../../../../shared/mediation/streams.ts'
import type { Context } from '../../../context.ts'
import { presentTime } from '../../accounts/present.ts'
import { actionsOnMessage } from '../act.ts'
import type { Cast } from '../cast.ts'
import type { Part } from '../parts.ts'
import { presentPeople } from '../people.ts'
import { ownReports } from '../safety/reports.ts'
import type { Seat } from '../seats.ts'
import { presentAgreement } from './agreement.ts'
import { interpretingStream, isInterpreting, waitingFor } from './interpret.ts'
import { actionsOf } from './message-actions.ts'
import { isCarried, isMediator, isMine, type Message, readMessages, seesMessage, spokenIn } from './messages.ts'
import { isToMediator, sideOf } from './post.ts'
import { promptsFor } from './prompts.ts'
import { postsOfCase, quotable } from './quotable.ts'
import { presentQuotes } from './quotes.ts'
import { unshownOf } from './shown.ts'

const withRoom = ['opening', 'active', 'signing', 'follow_up', 'closed']

/** What the messages of one view are presented with. */
type Room = {
  seat: Seat
  messages: readonly Message[]
  people: ReadonlyMap<number, MediationPerson>
  cast: Cast
  quotes: ReadonlyMap<string, MediationQuote>
  /** What needs a yes of both and has none. */
  unshown: ReadonlySet<number>
}

const nameIn = ({ people, cast }: Room, role: keyof Cast): string => {
  const id = cast[role]
  return (id !== undefined && people.get(id)?.display_name) || roomTexts.somebody
}

/** Who wrote or carried a message as the mediator, also where somebody else leads the case by now. */
const mediatorOf = (room: Room, { by }: Message): string =>
  (by !== undefined && room.people.get(by)?.display_name) || nameIn(room, 'mediator')

function authorOf(room: Room, message: Message): Pick<MediationMessage, 'author' | 'author_name'> {
  const { author } = message
  if (isMine(room.seat, message)) return { author: 'you', author_name: roomTexts.you }
  const name = author === 'mediator' ? mediatorOf(room, message) : nameIn(room, author)
  return author === 'mediator'
    ? { author, author_name: roomTexts.yourMediator(name) }
    : { author: 'other', author_name: name }
}

/** What stands beside a message: why it is held, or who carried it. */
function noteOf(room: Room, message: Message): string | null {
  if (message.state === 'unsent') return roomTexts.unsent
  if (message.state === 'held')
    return message.author === 'mediator' ? roomTexts.learnerWaits : roomTexts.held(message.why ?? '')
  const arrived = message.carriedFrom !== null && message.author !== 'mediator'
  return arrived ? roomTexts.carried(mediatorOf(room, message), nameIn(room, message.author)) : null
}

function interpretedOf(room: Room, { interpreted, state }: Message): MediationMessage['interpreted'] {
  if (!interpreted || state === 'unsent') return null
  return { text: interpreted.text, by: room.people.get(interpreted.by ?? 0)?.display_name ?? roomTexts.somebody }
}

function presentMessage(ctx: Context, room: Room, message: Message): MediationMessage {
  const gone = message.state === 'unsent'
  return {
    id: String(message.id),
    stream: message.stream,
    ...authorOf(room, message),
    text: gone ? '' : message.text,
    state: message.state === 'offered' && message.approvedAt !== null ? 'sent' : message.state,
    carried: isCarried(room.messages, message),
    created_at: presentTime(message.createdAt),
    mark: message.mark,
    note: noteOf(room, message),
    interpreted: interpretedOf(room, message),
    quotes: gone ? [] : quotesOf(room, message),
    actions: gone ? [] : actionsOf(ctx, room.seat, message, room.messages),
  }
}

/** A message's quotes; without their words where both would have to say yes to them and do not. */
const quotesOf = ({ quotes, unshown }: Room, { stream, author, quotes: ids }: Message): MediationQuote[] =>
  ids.flatMap((id) => {
    const quote = quotes.get(`${stream} ${id}`)
    if (!quote) return []
    return unshown.has(id) && !isToMediator(stream, author)
      ? [{ ...quote, text: null, spoiler_text: '', pictures: [] }]
      : [quote]
  })

/** The quotes of all messages, by part and post: three queries for each part that has some. */
function readQuotes(ctx: Context, messages: readonly Message[], cast: Cast): Map<string, MediationQuote> {
  const found = new Map<string, MediationQuote>()
  for (const [stream, said] of Map.groupBy(messages, (message) => message.stream)) {
    const ids = [...new Set(said.flatMap(({ quotes }) => quotes))]
    const side = sideOf(stream)
    const readers = side ? [cast[side]] : stream === 'joint' ? [cast.a, cast.b] : [cast.mediator ?? cast.a]
    for (const quote of presentQuotes(ctx, ids, readers)) found.set(`${stream} ${quote.id}`, quote)
  }
  return found
}

function readersOf(room: Room, stream: Message['stream']): string {
  const side = sideOf(stream)
  if (stream === 'notes') return roomTexts.readersOfNotes
  const roles = side ? ([side, `support_${side}`, 'mediator', 'co_mediator'] as const) : everybody
  const { support, co } = room.seat.case.now
  const names = roles.flatMap((role) => {
    if (role === 'support_a' || role === 'support_b') {
      return support[role === 'support_a' ? 'a' : 'b'] === 'in' ? [roomTexts.support(nameIn(room, role))] : []
    }
    if (role === 'co_mediator' && !isThere(co)) return []
    if (role === 'co_mediator' && role !== room.seat.role)
      return [roomTexts.second(nameIn(room, role), co?.learns === true)]
    return role === room.seat.role ? [roomTexts.you] : [nameIn(room, role)]
  })
  const meFirst = names.toSorted((one, other) => Number(other === roomTexts.you) - Number(one === roomTexts.you))
  return side ? roomTexts.readersOfCaucus(meFirst.join(' and ')) : roomTexts.readersOfJoint(meFirst.join(', '))
}
const everybody = ['a', 'b', 'support_a', 'support_b', 'mediator', 'co_mediator'] as const

/** Notes are for whoever wrote them, also where a legal hold keeps those of a mediator who went. */
const isForEyesOf = ({ role, viewer }: Seat, message: Message): boolean =>
  seesMessage(role, message) && (message.stream !== 'notes' || (message.by ?? viewer.accountId) === viewer.accountId)

function presentStream(ctx: Context, room: Room, stream: Message['stream']): MediationView['streams'][number] {
  const { seat, messages } = room
  const silence = silenceOf(seat.case.now, seat.role, stream, {
    spoken: spokenIn(seat.case.now, messages),
    now: ctx.now(),
  })
  const side = sideOf(stream)
  const { label, hint } = streamTexts[stream]
  return {
    name: stream,
    label: side && side !== seat.role ? roomTexts.caucusOf(nameIn(room, side)) : label,
    hint,
    readers: readersOf(room, stream),
    can_write: silence === undefined,
    why_not: silence ? silenceTexts[silence.why] : null,
    max: roomLimits.message,
    messages: messages
      .filter((message) => message.stream === stream && isForEyesOf(seat, message))
      .map((message) => presentMessage(ctx, room, message)),
  }
}

/** Whether a support person or a second mediator reads yet: once both sides and they themselves said yes. */
function isListening({ case: { now }, role }: Seat): boolean {
  if (role === 'co_mediator') return isThere(now.co)
  if (role === 'support_a') return now.support.a === 'in'
  return role !== 'support_b' || now.support.b === 'in'
}

function openRoom(ctx: Context, seat: Seat, cast: Cast, messages: Message[], own: readonly Message[]): Room {
  const said = own.flatMap(({ by, interpreted }) => [by, interpreted?.by])
  const ids = [...Object.values(cast), ...said].filter((id) => id !== undefined)
  const quoted = [...new Set(own.flatMap(({ quotes }) => quotes))]
  const unshown = unshownOf(ctx, seat.case, cast, quoted)
  return { seat, messages, people: presentPeople(ctx, ids), cast, quotes: readQuotes(ctx, own, cast), unshown }
}

/** What an interpreter reads: the messages that wait for them, from which nobody is named but as one of the two. */
function presentInterpreting(ctx: Context, seat: Seat, cast: Cast): MediationView['streams'] {
  const waiting = waitingFor(ctx, seat)
  const room = openRoom(ctx, seat, cast, waiting, [])
  const messages = waiting.map((message) => ({
    ...presentMessage(ctx, room, { ...message, stream: 'joint', carriedFrom: null, mark: null }),
    author: 'other' as const,
    author_name: message.author === 'mediator' ? roomTexts.mediator : roomTexts.oneOfThem,
    actions: actionsOnMessage(ctx, seat, String(message.id), ['interpret']),
  }))
  return [interpretingStream(messages)]
}

function presentStreams(ctx: Context, seat: Seat, cast: Cast): MediationView['streams'] {
  const messages = readMessages(ctx, seat.case.id)
  const own = messages.filter((message) => isForEyesOf(seat, message))
  const room = openRoom(ctx, seat, cast, messages, own)
  return mediationStreams
    .filter((stream) => mayRead(seat.role, stream))
    .filter((stream) => isOpenStream(seat.case.now, stream) || own.some((message) => message.stream === stream))
    .map((stream) => presentStream(ctx, room, stream))
}

/** What is said, asked and agreed in a case. Nobody but those who take part in it reads any of it. */
export const presentRoomPart: Part = (ctx, seat, cast) => {
  const { now } = seat.case
  // while another mediator is chosen the two sides still read what was said
  const isBetween = now.state === 'matching' && now.startedAt !== undefined && !isMediator(seat.role)
  const isThere = withRoom.includes(now.state) || isBetween
  if (now.answer !== 'yes' || !isThere || seat.role === 'coordinator') return {}
  if (seat.role === 'interpreter')
    return cast && isInterpreting(seat) ? { streams: presentInterpreting(ctx, seat, cast) } : {}
  if (!isListening(seat)) return {}
  const until = now.pausedUntil ?? now.frozenUntil
  const agreement = presentAgreement(ctx, seat)
  const rests = {
    paused_until: until === undefined ? null : presentTime(until),
    agreement,
    reports: ownReports(ctx, seat),
  }
  if (!cast || now.harmed === seat.role) return rests
  const talks = now.state === 'opening' || now.state === 'active'
  const posts = { quotes: postsOfCase(ctx, seat, cast), quotable: talks ? quotable(ctx, seat, cast) : [] }
  return { ...rests, ...posts, streams: presentStreams(ctx, seat, cast), prompts: promptsFor(ctx, seat) }
}
