import { createHash } from 'node:crypto'
import { mediationStates } from '../../../shared/api/mediation.ts'
import type { Actor, Case, CaseEvent, EventData } from '../../../shared/mediation/case.ts'
import { clockOf, dueOf } from '../../../shared/mediation/clock.ts'
import { fold, IllegalMove, step } from '../../../shared/mediation/fold.ts'
import type { Verb } from '../../../shared/mediation/moves.ts'
import type { Context } from '../../context.ts'
import { dayOf } from '../../core/clock.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { idBetween } from '../../core/ids.ts'
import { newCodeName } from './code-names.ts'
import { casesNamed } from './exceptions/queries.ts'
import {
  type CaseRow,
  caseById,
  type EventRow,
  eventsOf,
  insertCase,
  insertEvent,
  lastEventOf,
  putMember,
  updateCase,
} from './queries.ts'

/** A case as its events make it, with its id and its two words. */
export type Loaded = { id: number; codeName: string; now: Case }

/** The name under which somebody has a part in cases: nobody reads it without the server's key. */
export const nameOf = (ctx: Context, accountId: number): Buffer => ctx.vault.fingerprint('mediation', String(accountId))

/** A row as a case; what was folded was written by us. */
export const readCase = (row: CaseRow): Loaded => ({
  id: row.id,
  codeName: row.codeName,
  now: JSON.parse(row.folded) as Case,
})

/** One case. Throws 404. */
export function loadCase(ctx: Context, id: number): Loaded {
  const row = caseById(ctx.db, { id })
  if (!row) throw notFound()
  return readCase(row)
}

/** What proves that no event was changed or taken out: SHA-256 of the hash before it and of every field. */
function chain(before: Buffer, caseId: number, { seq, at, role, verb, data }: Omit<EventRow, 'hash'>): Buffer {
  return createHash('sha256')
    .update(before)
    .update(JSON.stringify([caseId, seq, at, role, verb, data]))
    .digest()
}

const start = Buffer.alloc(32)

function note(ctx: Context, caseId: number, seq: number, { at, by, verb, data }: CaseEvent): void {
  const event = { seq, at, role: by, verb, data: JSON.stringify(data) }
  const before = lastEventOf(ctx.db, { caseId })?.hash ?? start
  insertEvent(ctx.db, { caseId, ...event, hash: chain(before, caseId, event) })
}

const named = JSON.stringify(mediationStates.filter((state) => state !== 'purged'))

/** Begins a case as a draft of member `accountId`, and gives its id; inside a transaction. */
export function createCase(ctx: Context, accountId: number, data: EventData, id = ctx.newId()): number {
  const event: CaseEvent = { at: ctx.now(), by: 'a', verb: 'create', data }
  const now = step(undefined, event)
  insertCase(ctx.db, {
    id,
    codeName: newCodeName((name) => casesNamed(ctx.db, { name, states: named }).length > 0),
    state: now.state,
    track: now.track,
    openedAt: now.openedAt,
    version: now.version,
    folded: JSON.stringify(now),
  })
  note(ctx, id, now.version, event)
  putMember(ctx.db, { caseId: id, role: 'a', who: nameOf(ctx, accountId), now: ctx.now() })
  setClock(ctx, id, now)
  return id
}

const isOver = ({ state }: Case) => ['diverted', 'not_taken_up', 'closed', 'purged'].includes(state)

function keep(ctx: Context, id: number, now: Case): void {
  const triage = now.state === 'triage' || (now.state === 'invited' && now.answer === 'check')
  updateCase(ctx.db, {
    id,
    state: now.state,
    track: now.track,
    inTriage: triage ? 1 : 0,
    dueAt: dueOf(now) ?? null,
    submittedAt: now.submittedAt ?? null,
    closedAt: isOver(now) ? now.since : null,
    version: now.version,
    folded: JSON.stringify(now),
  })
}

/** Sets the clock to what happens next by itself; a clock that was set before finds that it is not due. */
function setClock(ctx: Context, caseId: number, now: Case, isApart = false): void {
  const tick = clockOf(now)
  if (!tick) return
  const once = `mediation ${caseId} ${now.version}`
  const id = isApart ? idBetween(dayOf(ctx.now()), ctx.now()) : undefined
  ctx.queue.add('mediationClock', { caseId, version: now.version }, { at: Math.max(tick.at, ctx.now()), once, id })
}

/** What stands at the moment that it is done with names in clear somewhere else. */
const apart: readonly string[] = ['report', 'keep_evidence'] satisfies Verb[]

/** When something happens; beside a report or evidence of that moment it would say whose case this is. */
function momentOf(ctx: Context, caseId: number, verb: string): number {
  if (!apart.includes(verb)) return ctx.now()
  return Math.max(dayOf(ctx.now()), lastEventOf(ctx.db, { caseId })?.at ?? 0)
}

/**
 * Lets something happen in a case, tells `mediationMoved`, and gives the case as it is then. Its texts were sealed
 * before. Throws 409 for what cannot happen now.
 */
export function append(ctx: Context, id: number, by: Actor, verb: string, data: EventData = {}): Loaded {
  return ctx.transact(() => {
    const { codeName, now: before } = loadCase(ctx, id)
    const event: CaseEvent = { at: momentOf(ctx, id, verb), by, verb, data }
    const now = tryStep(before, event)
    note(ctx, id, now.version, event)
    keep(ctx, id, now)
    setClock(ctx, id, now, apart.includes(verb))
    ctx.emit('mediationMoved', { caseId: id, verb, by, from: before.state, to: now.state })
    return { id, codeName, now }
  })
}

function tryStep(before: Case, event: CaseEvent): Case {
  try {
    return step(before, event)
  } catch (thrown) {
    if (!(thrown instanceof IllegalMove)) throw thrown
    throw conflict('This cannot be done now. Load the page again to see where things stand.', { code: 'not_now' })
  }
}

// the events' data was written by us
const readEvent = ({ at, role, verb, data }: EventRow): CaseEvent => ({
  at,
  by: role,
  verb,
  data: JSON.parse(data) as EventData,
})

/** A case made anew from its events. Throws where the chain of hashes is broken or a move was not allowed. */
export function refold(ctx: Context, caseId: number): Case {
  const rows = eventsOf(ctx.db, { caseId })
  let before: Buffer = start
  for (const row of rows) {
    before = chain(before, caseId, row)
    if (!before.equals(row.hash)) throw new Error(`the events of case ${caseId} were changed at ${row.seq}`)
  }
  return fold(rows.map(readEvent))
}
