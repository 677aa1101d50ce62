import type { MediationState } from '../api/mediation.ts'
import type { Case } from './case.ts'
import type { Verb } from './moves.ts'
import { datesOf } from './retention.ts'
import { mediationCounts, mediationTimes as times } from './times.ts'

/** What happens by itself, and when (ms). */
export type Tick = { at: number; verb: Verb }

const triage = (c: Case): (Tick | undefined)[] => {
  if (c.askedAt !== undefined) return [{ at: c.askedAt + times.triage, verb: 'lapse' }]
  const from = c.triageFrom ?? c.since
  return [
    c.second ? undefined : { at: from + times.secondCoordinator, verb: 'second_asked' },
    { at: from + times.triage, verb: 'capacity' },
  ]
}

const matching = (c: Case): (Tick | undefined)[] => {
  if (c.pickedAt !== undefined) return [{ at: c.pickedAt + times.mediatorAnswer, verb: 'mediator_silent' }]
  const ends = (c.offeredAt ?? c.since) + times.ballot
  return [{ at: ends, verb: c.round >= mediationCounts.rounds ? 'capacity' : 'candidates' }]
}

/** Two nudges and a last word to the mediator, counted from the last time that somebody did something. */
const turn = ({ movedAt, nudges }: Case): Tick | undefined => {
  if (nudges === 0) return { at: movedAt + times.nudge, verb: 'nudge' }
  if (nudges === 1) return { at: movedAt + times.secondNudge, verb: 'nudge' }
  return nudges === 2 ? { at: movedAt + times.mustAct, verb: 'must_act' } : undefined
}

const active = (c: Case): (Tick | undefined)[] => {
  const began = c.startedAt ?? c.since
  if (c.track === 'message') return [{ at: began + times.message, verb: 'no_agreement' }]
  const end: Tick = { at: began + times.longest, verb: 'lapse' }
  if (c.frozenUntil !== undefined) return [{ at: c.frozenUntil, verb: 'end_frozen' }, end]
  if (c.pausedUntil !== undefined) return [{ at: c.pausedUntil, verb: 'resume' }, end]
  return [turn(c), end]
}

const followUp = (c: Case): (Tick | undefined)[] => [
  c.checkIns === 0 ? { at: c.since + times.firstCheckIn, verb: 'ask_how_it_holds' } : undefined,
  c.checkIns === 1 ? { at: c.since + times.secondCheckIn, verb: 'ask_how_it_holds' } : undefined,
  { at: c.since + times.followUp, verb: 'finish' },
]

/** What was written goes class by class, on its date, until nothing is left. */
function closed(c: Case): (Tick | undefined)[] {
  const { notes, room, agreement } = datesOf({ ...c, talked: c.answer === 'yes' })
  const last = Math.max(room ?? c.since, agreement ?? c.since)
  return [
    c.answer === 'yes' && !c.forgotten.notes && notes !== undefined ? { at: notes, verb: 'forget_notes' } : undefined,
    c.signedAt !== undefined && !c.forgotten.room && room !== undefined ? { at: room, verb: 'forget_room' } : undefined,
    c.answer === 'yes' && !c.askedFeedback ? { at: c.since + times.feedback, verb: 'ask_feedback' } : undefined,
    { at: last, verb: 'purge' },
  ]
}

const clocks: Record<MediationState, (c: Case) => (Tick | undefined)[]> = {
  draft: (c) => [{ at: c.openedAt + times.draft, verb: 'purge' }],
  diverted: (c) => [{ at: c.since + times.diverted, verb: 'purge' }],
  triage,
  invited: (c) => [{ at: c.since + times.invited, verb: 'not_taken_up' }],
  not_taken_up: (c) => [{ at: c.since + times.notTakenUp, verb: 'purge' }],
  matching,
  opening: (c) => [
    c.nudges === 0 ? { at: c.since + times.openingNudge, verb: 'nudge' } : undefined,
    { at: c.since + times.opening, verb: 'lapse' },
  ],
  active,
  signing: (c) =>
    c.frozenUntil === undefined
      ? [{ at: c.since + times.signing, verb: 'no_agreement' }]
      : [{ at: c.frozenUntil, verb: 'end_frozen' }],
  follow_up: followUp,
  closed,
  purged: () => [],
}

/** Answers about harm go two days after it is decided where they lead; not while somebody still has to look at one. */
const forget = (c: Case): Tick | undefined => {
  const held = Object.keys(c.texts).some((name) => name.startsWith('screening'))
  const decided = held && c.routedAt !== undefined && c.answer !== 'check'
  return decided ? { at: (c.routedAt ?? 0) + times.screening, verb: 'forget_screening' } : undefined
}

const destroys: readonly Verb[] = ['purge', 'forget_room', 'forget_notes', 'forget_screening']

/** Everything that would happen by itself from here, if nobody did anything; a legal hold keeps what there is. */
export const ticksOf = (c: Case): Tick[] =>
  [...clocks[c.state](c), forget(c)]
    .filter((tick) => tick !== undefined)
    .filter((tick) => !c.legalHold || !destroys.includes(tick.verb))

/** What happens next by itself; undefined where nothing does. */
export const clockOf = (c: Case): Tick | undefined => ticksOf(c).sort((a, b) => a.at - b.at)[0]

/** Until when the state lasts at most, as it is told to those in it; nothing of the other side's doings is in it. */
export function dueOf(c: Case): number | undefined {
  if (c.state === 'triage') return (c.askedAt ?? c.triageFrom ?? c.since) + times.triage
  if (c.state === 'active' && c.track === 'mediation') {
    return (c.startedAt ?? c.since) + times.target + (c.extended ? times.extension : 0)
  }
  if (c.state === 'matching' && c.pickedAt !== undefined) return c.pickedAt + times.mediatorAnswer
  // how it holds is asked before that time is over
  if (c.state === 'follow_up') return followUp(c).find((tick) => tick !== undefined)?.at
  return clocks[c.state](c)
    .filter((tick) => tick !== undefined)
    .at(-1)?.at
}
