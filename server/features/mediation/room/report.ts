import { z } from 'zod'
import { actionTexts, optionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { roomRefusals } from '../../../../shared/locales/en/mediation-room.ts'
import { benefits } from '../../../../shared/mediation/agreement.ts'
import { isParty, otherParty, type Party } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { id, listOf, whole } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { presentStatuses } from '../../statuses/present.ts'
import { raiseAlert } from '../alerts.ts'
import { append, nameOf } from '../cases.ts'
import { readCast } from '../cast.ts'
import { keepFor } from '../safety/evidence.ts'
import type { Seat } from '../seats.ts'
import { tellTeam } from '../team.ts'
import { verb } from '../verb.ts'
import { findMessage } from './carry.ts'
import { asClause, readDraft } from './draft.ts'
import { choiceField, textField } from './fields.ts'
import { reached } from './messages.ts'
import { readText } from './post.ts'
import { refuseField } from './refuse.ts'

const afterwards = z.enum(['leave', 'pause', 'keep']).default('leave')
const WORDS = 1000

/** Posts as ids, or as a line of their addresses; what names no post is refused later. */
const posts = z.preprocess(
  (given) => {
    if (typeof given !== 'string') return given
    return given.trim() === ''
      ? []
      : given
          .trim()
          .split(/[\s,]+/)
          .map((one) => /(\d{1,16})\/?$/.exec(one)?.[1] ?? one)
  },
  listOf(id, limits.mediationPosts),
)

type Side = { caseId: number; party: Party; accountId: number; targetId: number }

/** Who reports and whom. Throws 404 for everybody but the two sides. */
export function sidesOf(ctx: Context, seat: Seat): Side {
  const cast = readCast(ctx, seat.case)
  if (!cast || !isParty(seat.role)) throw notFound()
  const caseId = seat.case.id
  return { caseId, party: seat.role, accountId: cast[seat.role], targetId: cast[otherParty(seat.role)] }
}

type Given = { text: string; statusIds?: number[] }

/** Gives moderators what somebody hands over, and nothing beside it. */
export function handOver(ctx: Context, { caseId, accountId, targetId }: Side, { text, statusIds = [] }: Given): void {
  const kept = statusIds.length > 0 ? keepFor(ctx, { ownerId: accountId, targetId, statusIds }) : {}
  const content = { caseId, accountId: targetId, by: accountId, statusIds, text, ...kept }
  const who = nameOf(ctx, accountId)
  raiseAlert(ctx, { kind: 'report', who, content, lasts: limits.mediationReportKept })
  tellTeam(ctx, 'moderator', (one) => one === accountId || one === targetId)
}

function goOn(ctx: Context, seat: Seat, wish: z.infer<typeof afterwards>): void {
  const { state } = seat.case.now
  if (wish === 'leave' && state !== 'closed') append(ctx, seat.case.id, seat.role, 'leave')
  if (wish === 'pause' && (state === 'active' || state === 'signing')) append(ctx, seat.case.id, seat.role, 'freeze')
}

/** A threat or a breach of the rules that was made in the room: who received it hands over that one message. */
const reportBreach = verb({
  ...actionTexts.report_breach,
  form: z.object({ message_id: id, statement: z.string().trim().max(WORDS).default(''), afterwards }),
  fields: () => [textField('statement', WORDS, false), choiceField('afterwards', optionTexts.afterwards)],
  run(ctx, seat, form) {
    const { message, all } = findMessage(ctx, seat, form.message_id)
    const side = sidesOf(ctx, seat)
    const received = reached(all, otherParty(side.party)).some((each) => each.id === message.id)
    if (!received || message.state !== 'sent') throw notFound(roomRefusals.gone)
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'report_breach', { messageId: message.id })
      handOver(ctx, side, { text: [form.statement, `“${message.text}”`].filter(Boolean).join('\n\n') })
      goOn(ctx, seat, form.afterwards)
    })
  },
})

/** A signed no-contact clause, shown by who it protects. */
const reportClause = verb({
  ...actionTexts.report_clause,
  form: z.object({ index: whole, statement: z.string() }),
  fields: (ctx, seat) => [
    choiceField('index', Object.fromEntries(protecting(ctx, seat).map(({ at }) => [String(at), String(at + 1)]))),
    textField('statement', WORDS),
  ],
  offered: (ctx, seat) =>
    isParty(seat.role) && seat.case.now.signedAt !== undefined && protecting(ctx, seat).length > 0,
  run(ctx, seat, form) {
    const clause = protecting(ctx, seat).find(({ at }) => at === form.index)
    if (!clause) throw refuseField('index', roomRefusals.onlyNoContact)
    const text = readText(form.statement, 'statement')
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'report_clause', { index: form.index })
      handOver(ctx, sidesOf(ctx, seat), { text: `${text}\n\n${roomRefusals.signedNoContact(clause.until ?? '')}` })
    })
  },
})

function protecting(ctx: Context, { case: loaded, role }: Seat) {
  if (!isParty(role)) return []
  const numbered = readDraft(ctx, loaded).clauses.map((clause, at) => ({ ...asClause(clause), at }))
  return numbered.filter((clause) => benefits(clause, role))
}

/** A side ends the talk and goes to the moderators: with words of their own and public posts, never the room's text. */
const escalate = verb({
  ...actionTexts.escalate,
  form: z.object({ statement: z.string(), status_ids: posts.default([]) }),
  fields: () => [textField('statement', WORDS), { ...textField('status_ids', WORDS, false), kind: 'line' }],
  run(ctx, seat, form) {
    const text = readText(form.statement, 'statement')
    const side = sidesOf(ctx, seat)
    const open = presentStatuses(ctx, undefined, form.status_ids).map((status) => Number(status.id))
    if (form.status_ids.some((post) => !open.includes(post))) throw refuseField('status_ids', roomRefusals.publicPosts)
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'escalate')
      handOver(ctx, side, { text, statusIds: form.status_ids })
    })
  },
})

/** The ways from a talk to the moderators. */
export const reportVerbs = { report_breach: reportBreach, report_clause: reportClause, escalate }
