import type { MediationMode, MediationPhase, MediationRole, MediationState, MediationTrack } from '../api/mediation.ts'
import type { Spoken } from './pacing.ts'
import type { KeepDays } from './retention.ts'

/** Who can move a case: somebody with a role in it, or its clock. */
export type Actor = MediationRole | 'system'

/** The two sides of a case. */
export type Party = 'a' | 'b'

/** What somebody on the safety page had done for them. */
export type Help = 'report' | 'keep_evidence' | 'talk_privately'

/** Whether an actor is one of the two sides. */
export const isParty = (by: Actor): by is Party => by === 'a' || by === 'b'

/** The other side. */
export const otherParty = (party: Party): Party => (party === 'a' ? 'b' : 'a')

/** How a case ended; only `agreed`, `no_agreement` and `capacity` are ever told to the other side. */
export type ClosedReason =
  | 'agreed'
  | 'no_agreement'
  | 'withdrawn'
  | 'ended'
  | 'lapsed'
  | 'capacity'
  | 'escalated'
  | 'lost'

/** Why somebody was led to the safety page instead of a mediation. */
export type SafetyRoute = 'divert' | 'moderator_help' | 'crisis'

/** Where screening leads: a safety page, a person who looks at it, or on. */
export type ScreeningRoute = SafetyRoute | 'triage' | 'go'

/** For whom something can be new in a talk. */
export type Listener = 'a' | 'b' | 'mediator' | 'co_mediator'

/** What may stand in an event beside who, what and when: no words of anybody and no names. */
export type EventData = {
  /** Sealed texts by their name in the case, and their ids. */
  texts?: Record<string, number>
  /** Whoever asks is of another server. */
  fromElsewhere?: boolean
  track?: MediationTrack
  mode?: MediationMode
  route?: ScreeningRoute
  shuttleOnly?: boolean
  reason?: ClosedReason
  /** For a mediator's safety exit: who gets the safety page. */
  party?: Party
  /** For a refusal that depends on the other side: it runs the ordinary clock and reaches nobody. */
  withheld?: boolean
  phase?: MediationPhase
  hours?: number
  count?: number
  version?: number
  index?: number
  choice?: string
  messageId?: number
  /** A second mediator who still learns; two mediators, one chosen by each side, or the wish for that. */
  learns?: boolean
  pair?: boolean
  /** Who of those beside the mediator is gone. */
  third?: 'co_mediator' | 'interpreter'
  keep?: KeepDays
  /** For whom this is something new. */
  waits?: readonly Listener[]
}

/** One thing that happened in a case. */
export type CaseEvent = { at: number; by: Actor; verb: string; data: EventData }

/** A yes or no of each side. */
export type Both = { a: boolean; b: boolean }

/** Neither side. */
export const neither: Both = { a: false, b: false }

/**
 * Somebody whom both sides let into the talk beside the mediator: `asked` for both, `agreed` by both, or `in` it once
 * they themselves said yes (`came`: they did so before, and need not again).
 */
export type Third = { stands: 'asked' | 'agreed' | 'in'; yes: Both; came?: boolean }

/** Whether an invitation came to the person invited: seen by nobody but the service. */
export type Reach = 'unknown' | 'delivered' | 'waiting' | 'withheld'

/** What became of the invitation; `check`: a coordinator looks at an unclear answer. */
export type InvitationAnswer = 'none' | 'yes' | 'no' | 'unsafe' | 'check'

/** A case as all its events make it; times in ms. */
export type Case = {
  /** How many events there are. */
  version: number
  state: MediationState
  reason?: ClosedReason
  track: MediationTrack
  mode: MediationMode
  shuttleOnly: boolean
  phase?: MediationPhase
  openedAt: number
  /** Whoever asks is of another server: a guest of this one case, which a person of the team always looks at first. */
  fromElsewhere?: boolean
  /** In this state since. */
  since: number
  texts: Record<string, number>
  submittedAt?: number
  /** The safety page that one side has instead of the case. */
  route?: SafetyRoute
  harmed?: Party
  /** What each had done from the safety page, so that it says so. */
  helped?: Partial<Record<Actor, readonly Help[]>>
  /** Triage: from when its clock runs, whether it was given to a second coordinator, since when A was asked. */
  triageFrom?: number
  second: boolean
  askedAt?: number
  /** When it was decided where the screening leads: its answers go two days later. */
  routedAt?: number
  reach: Reach
  seen: boolean
  answer: InvitationAnswer
  /** Matching: rounds so far, since when these candidates are offered, who voted, when a mediator was asked. */
  round: number
  offeredAt?: number
  /** How many candidates are offered. */
  offered: number
  voted: Both
  pickedAt?: number
  /** Which side had the mediator replaced, each once. */
  replaced: Both
  signedRules: Both
  /** Who would like to talk with the other in one room. */
  wishesJoint: Both
  /** Nudges since `movedAt`. */
  nudges: number
  /** When somebody last did something in this state. */
  movedAt: number
  /** Since when the talk goes, which its longest time is counted from. */
  startedAt?: number
  /** Who would like to go on from one message to a whole mediation. */
  wishesWhole: Both
  wishesMore: Both & { mediator: boolean }
  extended: boolean
  pausedUntil?: number
  frozenUntil?: number
  /** Who set the pause, and can end it early; told to nobody. */
  pausedBy?: Actor
  /** Who let it rest because they reported the other side; told to nobody. */
  frozenBy?: Actor
  pauses: { a: number; b: number; mediator: number }
  agreementVersion: number
  signed: Both
  checkIns: number
  /** Who said how it holds since it was asked last. */
  saidHow?: Both
  reopen: Both
  /** For whom something new was said since they last did something. */
  waits: { a: boolean; b: boolean; mediator: boolean; co_mediator?: boolean }
  /** Turns that were given on without a message. */
  passed: Spoken[]
  /** When both had signed: the agreement is kept from then. */
  signedAt?: number
  /** Where it stands with each side's support person: the other side agrees, then they do. */
  support: { a?: 'named' | 'agreed' | 'in'; b?: 'named' | 'agreed' | 'in' }
  /** Which clauses each side said it has done, by their places. */
  done: { a: number[]; b: number[] }
  gaveFeedback: Both
  askedFeedback: boolean
  /** Which sides posted the joint statement by their own tap. */
  stated?: Both
  /** Messages that the mediator asks their author to hand to the moderators. */
  askedWords?: number[]
  /** Which sides asked that what they said is erased: in the shared room that happens at the end. */
  erases?: Both
  /** Nobody leads it any more, while both keep to what they signed. */
  unled?: boolean
  /** Two admins keep it from being destroyed. */
  legalHold?: boolean
  /** How long each wants the talk to be kept, and who dropped their copy of the agreement. */
  keep: { a?: KeepDays; b?: KeepDays }
  dropped: Both
  /** The second mediator; `learns`: one in training, whose words wait for who leads. */
  co?: Third & { learns: boolean }
  /** Two mediators, one chosen by each side: who of them said yes. */
  pair?: { mediator: boolean; co_mediator: boolean }
  /** Which sides would take a mediator chosen by the other beside the one whom they chose. */
  wishesPair?: Both
  /** The interpreter, whom both sides agree to anew at each step, and the messages that wait for them. */
  interpreter?: Third
  toInterpret?: number[]
  /** Which sides ask whether a post may be shown to both, and whether any is shown with the yes of both. */
  quoteAsks?: Both
  quotesShown?: boolean
  /** What was destroyed already. */
  forgotten: { notes: boolean; room: boolean }
}
