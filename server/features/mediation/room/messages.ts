import { z } from 'zod'
import type { MediationRole, MediationStream } from '../../../../shared/api/mediation.ts'
import { type Case, isParty, type Party } from '../../../../shared/mediation/case.ts'
import type { Spoken } from '../../../../shared/mediation/pacing.ts'
import { mayRead } from '../../../../shared/mediation/streams.ts'
import type { Context } from '../../../context.ts'
import type { Seat } from '../seats.ts'
import { type MessageRow, messagesOf } from './queries.ts'

const saidForm = z.object({
  text: z.string(),
  quotes: z.array(z.int()),
  /** The account of the mediator who wrote or carried it: another one may lead the case by now. */
  by: z.int().optional(),
  /** Why the mediator holds it back. */
  why: z.string().optional(),
})
/** What is sealed of a message. */
export type Said = z.infer<typeof saidForm>

/** A message with its words, and what the interpreter made of them. */
export type Message = MessageRow & Said & { interpreted?: Said }

/** Seals what somebody says and gives the text's id. */
export const writeSaid = (ctx: Context, caseId: number, stream: MediationStream, said: Said): number =>
  ctx.mediation.write(caseId, stream === 'notes' ? 'notes' : 'room', said)

/** Everything that was said in a case and can still be read, the oldest first. */
export function readMessages(ctx: Context, caseId: number): Message[] {
  const rows = messagesOf(ctx.db, { caseId })
  const texts = ctx.mediation.readMany(rows.flatMap(({ textId, interpretedId }) => [textId, interpretedId ?? textId]))
  return rows.flatMap((row) => {
    // of what was taken back only the place is left
    if (row.state === 'unsent') return [{ ...row, text: '', quotes: [] }]
    const said = saidForm.safeParse(texts.get(row.textId))
    const interpreted = row.interpretedId === null ? undefined : saidForm.safeParse(texts.get(row.interpretedId)).data
    return said.success ? [{ ...row, ...said.data, ...(interpreted && { interpreted }) }] : []
  })
}

/** The sealed texts of a message. */
export const textsOf = ({ textId, interpretedId }: MessageRow): number[] =>
  interpretedId === null ? [textId] : [textId, interpretedId]

/** Whether somebody leads the talk, or learns to. */
export const isMediator = (role: MediationRole): boolean => role === 'mediator' || role === 'co_mediator'

/** Whether somebody said this: of two mediators each has said their own. */
export const isMine = ({ role, viewer }: Seat, { author, by }: Message): boolean =>
  author === 'mediator' ? isMediator(role) && (by ?? viewer.accountId) === viewer.accountId : author === role

/** Whether somebody with this role sees a message: what is held back only its author and who mediates. */
export function seesMessage(role: MediationRole, { stream, state, author }: MessageRow): boolean {
  if (!mayRead(role, stream)) return false
  if (state === 'held') return role === author || isMediator(role)
  return stream !== 'joint' || state === 'sent' || role === author
}

/** Whether a message was carried over to the other side. */
export const isCarried = (messages: readonly MessageRow[], { id, carriedFrom, stream }: MessageRow): boolean =>
  messages.some((other) => other.carriedFrom === id && other.state === 'sent' && other.stream !== stream) ||
  isArrived(messages, { carriedFrom, stream })

/** Whether a message came from the other side, in its author's agreed words. */
const isArrived = (
  messages: readonly MessageRow[],
  { carriedFrom, stream }: Pick<MessageRow, 'carriedFrom' | 'stream'>,
) => carriedFrom !== null && messages.some((source) => source.id === carriedFrom && source.stream !== stream)

/** The messages of a side that reached the other one: in the joint room, or carried. */
export const reached = (messages: readonly Message[], party: Party): Message[] =>
  messages.filter(
    (message) =>
      message.author === party &&
      message.state !== 'unsent' &&
      (message.stream === 'joint' || isArrived(messages, message)),
  )

/** What moved the turn in the joint room so far. */
export function spokenIn(c: Case, messages: readonly MessageRow[]): Spoken[] {
  const spoken = messages.flatMap(({ stream, author, createdAt, phase }): Spoken[] =>
    stream === 'joint' && isParty(author) ? [{ by: author, at: createdAt, phase: phase ?? undefined }] : [],
  )
  return [...spoken, ...c.passed].sort((x, y) => x.at - y.at)
}
