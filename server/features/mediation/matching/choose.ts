import { findMove } from '../../../../shared/mediation/moves.ts'
import { mediationCounts } from '../../../../shared/mediation/times.ts'
import type { Context } from '../../../context.ts'
import { append, type Loaded, nameOf } from '../cases.ts'
import { type Cast, readCast, writeCast } from '../cast.ts'
import { putMember, removeMember } from '../queries.ts'
import { inCaseAlready } from './conflicts.ts'
import { findCandidates } from './eligible.ts'
import { readBallot, readCandidates, writeCandidates } from './texts.ts'

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

/** Asks the first whom both marked and who was not asked before; with nobody left, the next are offered. */
function askFirst(ctx: Context, loaded: Loaded, cast: Cast): void {
  const { offered } = readCandidates(ctx, loaded)
  const [a, b] = [readBallot(ctx, loaded, 'a'), readBallot(ctx, loaded, 'b')]
  const asked = inCaseAlready(
    ctx,
    loaded.id,
    offered.map(({ id }) => id),
  )
  // a comrade whom both named comes before somebody they do not know
  const first = [...offered]
    .sort((one, other) => Number(other.comrade) - Number(one.comrade))
    .find(({ id }) => !asked.has(id) && a.includes(id) && b.includes(id))
  if (!first) return void offerNext(ctx, loaded, cast)
  putMember(ctx.db, { caseId: loaded.id, role: 'mediator', who: nameOf(ctx, first.id), now: ctx.now() })
  append(ctx, loaded.id, 'system', 'pick', {
    texts: { cast: writeCast(ctx, loaded.id, { ...cast, mediator: first.id }) },
  })
}

/** Takes the mediator out of a case; they never come back in it. Gives who is left. */
function withoutMediator(ctx: Context, loaded: Loaded): Cast | undefined {
  const cast = readCast(ctx, loaded)
  removeMember(ctx.db, { caseId: loaded.id, role: 'mediator' })
  if (cast?.mediator === undefined) return cast
  const { mediator, ...rest } = cast
  putMember(ctx.db, { caseId: loaded.id, role: 'past_mediator', who: nameOf(ctx, mediator), now: ctx.now() })
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
