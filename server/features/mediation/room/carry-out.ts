import { z } from 'zod'
import { actionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { roomRefusals } from '../../../../shared/locales/en/mediation-room.ts'
import { actOf, canTakeBack, owes } from '../../../../shared/mediation/agreement.ts'
import { type Case, isParty, otherParty } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import { conflict, forbidden, notFound } from '../../../core/errors.ts'
import type { Worker } from '../../../core/queue/worker.ts'
import type { AgreedAct, Events } from '../../../events.ts'
import { whole } from '../../../http/forms.ts'
import type { Jobs } from '../../../job-payloads.ts'
import { append, loadCase, readCase } from '../cases.ts'
import { readCast } from '../cast.ts'
import { readIntake } from '../intake/texts.ts'
import { tell } from '../notices.ts'
import { caseById } from '../queries.ts'
import type { Seat } from '../seats.ts'
import { verb } from '../verb.ts'
import { asClause, type Draft, readDraft } from './draft.ts'
import { choiceField } from './fields.ts'
import { oneTap } from './simple.ts'

type Clause = Draft['clauses'][number]

/** The end of the last day (UTC) of something that lasts until a day. */
const endOf = (day: string | null) => (day === null ? 0 : Date.parse(day) + DAY)

/** What a clause does by a tap; undefined where there is nothing to do but to say that it is done. */
function actFor(clause: Clause): AgreedAct | undefined {
  const { text, until, status_id } = clause
  switch (actOf(asClause(clause))) {
    case 'mute':
      return { kind: 'mute', until: endOf(until) }
    case 'truce':
      return { kind: 'truce', until: endOf(until) }
    case 'delete':
      return { kind: 'delete', statusId: Number(status_id) }
    case 'warn':
      return { kind: 'warn', statusId: Number(status_id), text }
    case 'post':
      return { kind: 'post', text, answers: status_id === null ? undefined : Number(status_id) }
    default:
      return undefined
  }
}

/** A truce begins with the last yes of those who owe it; everything else with one's own. */
const isReady = ({ done }: Case, clause: Clause, index: number): boolean =>
  clause.type !== 'truce' ||
  (['a', 'b'] as const).every((party) => !owes(asClause(clause), party) || done[party].includes(index))

function pairOf(ctx: Context, { case: loaded, role }: Seat): { accountId: number; otherId: number } {
  const cast = readCast(ctx, loaded)
  if (!cast || !isParty(role)) throw notFound()
  return { accountId: cast[role], otherId: cast[otherParty(role)] }
}

/** Whoever has not accepted the rules in force may read and mediate, and not post, whichever way it is. */
function checkMayPost({ viewer }: Seat, act: AgreedAct): void {
  if ((act.kind !== 'post' && act.kind !== 'warn') || viewer.acceptedRules) return
  throw forbidden(roomRefusals.rulesFirst, { code: 'rules_not_accepted' })
}

/** Does what a clause says, for who owes it and tapped; each feature does its own kind of it. */
export function carryOut(ctx: Context, seat: Seat, clause: Clause, index: number): void {
  const act = actFor(clause)
  if (!act || !isReady(loadCase(ctx, seat.case.id).now, clause, index)) return
  // a guest does at their own server what they owe; a truce binds our side
  if (seat.isGuest && act.kind !== 'truce') return
  checkMayPost(seat, act)
  ctx.emit('agreedOn', { ...pairOf(ctx, seat), act })
}

/** The clauses of which one can say that one does not do it any more, by their numbers. */
function takenBackFrom(ctx: Context, { case: loaded, role }: Seat): Record<string, string> {
  if (!isParty(role) || loaded.now.dropped[role]) return {}
  const own = readDraft(ctx, loaded).clauses.flatMap((clause, at) =>
    loaded.now.done[role].includes(at) && canTakeBack(asClause(clause)) ? [[String(at), String(at + 1)]] : [],
  )
  return Object.fromEntries(own)
}

const takeBack = verb({
  ...actionTexts.take_back,
  form: z.object({ index: whole }),
  fields: (ctx, seat) => [choiceField('index', takenBackFrom(ctx, seat))],
  offered: (ctx, seat) => Object.keys(takenBackFrom(ctx, seat)).length > 0,
  run(ctx, seat, { index }) {
    const clause = readDraft(ctx, seat.case).clauses[index]
    if (!clause || !(String(index) in takenBackFrom(ctx, seat))) throw conflict(roomRefusals.notDone)
    const act = actFor(clause)
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'take_back', { index })
      if (act) ctx.emit('agreedNoMore', { ...pairOf(ctx, seat), act })
    })
  },
})

const isSigned = ({ now }: Seat['case'], role: Seat['role']) =>
  isParty(role) && now.signedAt !== undefined && !now.dropped[role]

const postStatement = verb({
  ...actionTexts.post_statement,
  form: z.object({}),
  offered: (ctx, { case: loaded, role }) =>
    isSigned(loaded, role) && readDraft(ctx, loaded).publicity === 'statement' && statementOf(ctx, loaded) !== '',
  run(ctx, seat) {
    const act: AgreedAct = { kind: 'post', text: statementOf(ctx, seat.case), answers: undefined }
    checkMayPost(seat, act)
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'post_statement')
      ctx.emit('agreedOn', { ...pairOf(ctx, seat), act })
    })
  },
})

const statementOf = (ctx: Context, loaded: Seat['case']) => readDraft(ctx, loaded).statement

const takeMarkOff = oneTap(
  'take_mark_off',
  (ctx, { case: loaded, role }) => isSigned(loaded, role) && readDraft(ctx, loaded).publicity === 'marker',
)

/** What comes of an agreement beside its clauses, and the way back from each. */
export const outcomeVerbs = { take_back: takeBack, post_statement: postStatement, take_mark_off: takeMarkOff }

/** Sets the clock for the days on which both want to look at it again. */
function remind(ctx: Context, { id, now: { agreementVersion: version } }: Seat['case'], draft: Draft): void {
  const days = draft.clauses.filter(({ type }) => type === 'check_in').map(({ until }) => Date.parse(until ?? ''))
  for (const at of new Set(days))
    if (at > ctx.now()) ctx.queue.add('mediationReminder', { caseId: id, version }, { at })
}

/** Tells both that the day has come which they wrote into their agreement. */
export const mediationReminder: Worker<Context, Jobs['mediationReminder']> = {
  run(ctx, { caseId, version }) {
    const row = caseById(ctx.db, { id: caseId })
    const loaded = row && readCase(row)
    if (!loaded || loaded.now.agreementVersion !== version || loaded.now.signedAt === undefined) return
    ctx.transact(() => tell(ctx, loaded, ['a', 'b']))
  },
}

/** What follows once both have signed: days to come, and threads that say “resolved” until one of them has enough of it. */
export function followAgreement(ctx: Context, { caseId, verb: done, from, to }: Events['mediationMoved']): void {
  const begins = done === 'sign' && to === 'follow_up'
  const ends = done === 'take_mark_off' || (from === 'follow_up' && done === 'agree_reopen' && to !== from)
  if (!begins && !ends) return
  const loaded = loadCase(ctx, caseId)
  const draft = readDraft(ctx, loaded)
  if (begins) remind(ctx, loaded, draft)
  const statusIds = readIntake(ctx, loaded).status_ids ?? []
  if (statusIds.length === 0 || draft.publicity !== 'marker') return
  ctx.emit(begins ? 'threadsResolved' : 'threadsReopened', { statusIds })
}
