import { type Actor, type Case, type CaseEvent, neither } from './case.ts'
import { effects } from './effects.ts'
import { findMove } from './moves.ts'

/** Something was to happen in a case that its table of moves does not have. */
export class IllegalMove extends Error {
  override name = 'IllegalMove'
}

/** A new case: the first event is always A's `create`. */
function begin({ at, by, verb, data }: CaseEvent): Case {
  if (verb !== 'create' || by !== 'a') throw new IllegalMove(`a case cannot begin with ${verb} by ${by}`)
  return {
    version: 1,
    state: 'draft',
    track: data.track ?? 'mediation',
    mode: 'shuttle',
    shuttleOnly: false,
    openedAt: at,
    ...(data.fromElsewhere && { fromElsewhere: true }),
    since: at,
    texts: data.texts ?? {},
    second: false,
    reach: 'unknown',
    seen: false,
    answer: 'none',
    round: 0,
    offered: 0,
    voted: neither,
    replaced: neither,
    signedRules: neither,
    wishesJoint: neither,
    nudges: 0,
    movedAt: at,
    wishesMore: { a: false, b: false, mediator: false },
    extended: false,
    pauses: { a: 0, b: 0, mediator: 0 },
    agreementVersion: 0,
    signed: neither,
    checkIns: 0,
    reopen: neither,
    wishesWhole: neither,
    waits: nobody,
    passed: [],
    support: {},
    done: { a: [], b: [] },
    gaveFeedback: neither,
    askedFeedback: false,
    keep: {},
    dropped: neither,
    forgotten: { notes: false, room: false },
  }
}

const nobody = { a: false, b: false, mediator: false }

/** For whom something new is there after an event: who acted has seen what there was. */
const waitsAfter = (c: Case, { by, data }: CaseEvent): Case['waits'] => ({
  ...c.waits,
  ...((by in c.waits || by === 'co_mediator') && { [by]: false }),
  ...Object.fromEntries((data.waits ?? []).map((role) => [role, true])),
})

const moved = (by: Actor) => by !== 'system'

/** A case after one more event. Throws {@link IllegalMove} for what the table of moves does not have. */
export function step(c: Case | undefined, event: CaseEvent): Case {
  if (!c) return begin(event)
  const { at, by, verb, data } = event
  const move = findMove(c, by, verb)
  if (!move) throw new IllegalMove(`${verb} by ${by} while ${c.state}`)
  const changes = effects[verb]?.(c, event) ?? {}
  const [only, ...more] = move.leads
  const state = changes.state ?? (more.length === 0 && only ? only : c.state)
  if (state !== c.state && !move.leads.includes(state)) throw new IllegalMove(`${verb} does not lead to ${state}`)
  const entered = state !== c.state
  return {
    ...c,
    waits: state === c.state ? waitsAfter(c, event) : nobody,
    ...(moved(by) && { movedAt: at, nudges: 0 }),
    ...(entered && { since: at, movedAt: at, nudges: 0 }),
    ...changes,
    state,
    texts: { ...(changes.texts ?? c.texts), ...data.texts },
    version: c.version + 1,
  }
}

/** A case as all its events make it. Throws {@link IllegalMove} where one of them could not have happened. */
export function fold(events: readonly CaseEvent[]): Case {
  const c = events.reduce<Case | undefined>(step, undefined)
  if (!c) throw new IllegalMove('a case without events')
  return c
}
