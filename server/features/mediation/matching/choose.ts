import { findMove } from '../../../../shared/mediation/moves.ts'
import { mediationCounts } from '../../../../shared/mediation/times.ts'
import type { Context } from '../../../context.ts'
import { append, type Loaded, nameOf } from '../cases.ts'
import { type Cast, readCast, writeCast } from '../cast.ts'
import { putMember, removeMember } from '../queries.ts'
import { inCaseAlready } from './conflicts.ts'
import { findCandidates } from './eligible.ts'
import { profilesIn } from './queries.ts'
import { type Candidate, readBallot, readCandidates, writeCandidates } from './texts.ts'

/** Offers the next candidates; after the last round it is said that no mediator was found. */
function offerNext(ctx: Context, loaded: Loaded, cast: Cast): void {
  if (loaded.now.round >= mediationCounts.rounds) return void append(ctx, loaded.id, 'system', 'capacity')
  const { offered, past } = readCandidates(ctx, loaded)
  // where a mediator went, it begins anew: who was offered then and not asked can be chosen now
  const gone = loaded.now.round === 0 ? [] : [...new Set([...past, ...offered.map(({ id }) => id)])]
  const next = findCandidates(ctx, loaded, cast, gone)
  const texts = {
    cast: writeCast(ctx, loaded.id, cast),
    candidates: writeCandidates(ctx, loaded.id, { offered: next, past: gone }),
  }
  append(ctx, loaded.id, 'system', 'candidates', { count: next.length, texts })
}

/** A comrade whom both named comes before somebody they do not know. */
const comradesFirst = (offered: readonly Candidate[]) =>
  [...offered].sort((one, other) => Number(other.comrade) - Number(one.comrade))

/** One of each side's choice, where both sides would take two and both people mediate together with others. */
function findPair(ctx: Context, { now }: Loaded, offered: readonly Candidate[], a: number[], b: number[]) {
  if (!now.wishesPair?.a || !now.wishesPair.b) return undefined
  const rows = profilesIn(ctx.db, { ids: JSON.stringify(offered.map(({ id }) => id)) })
  const together = new Set(rows.flatMap((row) => (row.coMediation === 1 ? [row.accountId] : [])))
  const could = offered.filter(({ id, comrade }) => comrade || together.has(id))
  const [one, other] = [could.find(({ id }) => a.includes(id)), could.find(({ id }) => b.includes(id))]
  return one && other ? { mediator: one.id, co_mediator: other.id } : undefined
}

function askThem(ctx: Context, loaded: Loaded, cast: Cast, them: Pick<Cast, 'mediator' | 'co_mediator'>): void {
  for (const role of ['mediator', 'co_mediator'] as const) {
    const id = them[role]
    if (id !== undefined) putMember(ctx.db, { caseId: loaded.id, role, who: nameOf(ctx, id), now: ctx.now() })
  }
  const texts = { cast: writeCast(ctx, loaded.id, { ...cast, ...them }) }
  append(ctx, loaded.id, 'system', 'pick', { texts, ...(them.co_mediator !== undefined && { pair: true }) })
}

/**
 * Asks the first whom both marked and who was not asked before; else one of each side's choice, where both would take
 * two; with nobody left, the next are offered.
 */
function askFirst(ctx: Context, loaded: Loaded, cast: Cast): void {
  const { offered } = readCandidates(ctx, loaded)
  const [a, b] = [readBallot(ctx, loaded, 'a'), readBallot(ctx, loaded, 'b')]
  const ids = offered.map(({ id }) => id)
  const asked = inCaseAlready(ctx, loaded.id, ids)
  const left = comradesFirst(offered).filter(({ id }) => !asked.has(id))
  const first = left.find(({ id }) => a.includes(id) && b.includes(id))
  if (first) return void askThem(ctx, loaded, cast, { mediator: first.id })
  const pair = findPair(ctx, loaded, left, a, b)
  if (pair) askThem(ctx, loaded, cast, pair)
  else offerNext(ctx, loaded, cast)
}

/**
 * Takes the mediator out of a case, and who leads it with them; they never come back in it. Of two who were only asked,
 * whoever said yes can be asked again. Gives who is left.
 */
function withoutMediator(ctx: Context, loaded: Loaded): Cast | undefined {
  const cast = readCast(ctx, loaded)
  const { pair, state } = loaded.now
  for (const role of ['mediator', 'co_mediator'] as const) {
    removeMember(ctx.db, { caseId: loaded.id, role })
    const id = cast?.[role]
    const mayReturn = state === 'matching' && pair?.[role]
    if (id === undefined || mayReturn) continue
    putMember(ctx.db, { caseId: loaded.id, role: 'past_mediator', who: nameOf(ctx, id), now: ctx.now() })
  }
  if (!cast) return undefined
  const { mediator: _mediator, co_mediator: _second, ...rest } = cast
  return rest
}

/** Takes the mediator out of a case in which all is said: what is signed is kept to without one. */
export function leaveUnled(ctx: Context, loaded: Loaded): void {
  const cast = withoutMediator(ctx, loaded)
  if (!cast || !findMove(loaded.now, 'system', 'mediator_gone')) return
  append(ctx, loaded.id, 'system', 'mediator_gone', { texts: { cast: writeCast(ctx, loaded.id, cast) } })
}

/** Goes on once both have voted. */
export function countVotes(ctx: Context, loaded: Loaded): void {
  const cast = readCast(ctx, loaded)
  if (cast && loaded.now.voted.a && loaded.now.voted.b) askFirst(ctx, loaded, cast)
}

/** After whoever was asked said no, or nothing: asks the next whom both marked. */
export function askNext(ctx: Context, loaded: Loaded): void {
  const cast = withoutMediator(ctx, loaded)
  if (cast) askFirst(ctx, loaded, cast)
}

/** When a case comes to choosing, a round is over, or it lost its mediator: offers the next candidates. */
export function chooseAnew(ctx: Context, loaded: Loaded): void {
  const cast = withoutMediator(ctx, loaded)
  if (cast) offerNext(ctx, loaded, cast)
}
