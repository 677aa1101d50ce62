import type { MediationPhase } from '../api/mediation.ts'
import { otherParty, type Party } from './case.ts'

const MINUTE = 60 * 1000

/** What holds in a room, for both sides alike; each number with its reason. */
export const roomLimits = {
  /** Characters of a message: a page, which somebody reads in two minutes. */
  message: 1500,
  /** Between two messages of one person in the joint room, in ms: an answer in anger is an answer at once. */
  jointPause: 30 * MINUTE,
  /** How long one can take a message back, in ms. */
  unsend: 10 * MINUTE,
  /** How often one side writes back what it heard: after three times it is for the mediator to find another way. */
  reflections: 3,
  /** Posts that one message can quote. */
  quotes: 4,
  /** The newest private messages of the two that are offered to be quoted: older ones are named by their address. */
  offeredQuotes: 20,
  /** Characters of the reason why a message is held. */
  holdReason: 300,
} as const

/** Phases in which one speaks at a time. */
export const hasTurns = (phase: MediationPhase | undefined): boolean => phase === 'statements' || phase === 'reflect'

/** What moves the turn on: a message in the joint room in a phase, or giving the turn on (`passed`). */
export type Spoken = { by: Party; at: number; phase?: MediationPhase; passed?: boolean }

/** Whose turn it is: A begins, and each who spoke or gave the turn on hands it to the other. */
export const turnOf = (spoken: readonly Spoken[]): Party => {
  const last = spoken.at(-1)
  return last ? otherParty(last.by) : 'a'
}

/** From when somebody may write in the joint room again; undefined where they may now. */
export function freeAt(spoken: readonly Spoken[], me: Party, now: number): number | undefined {
  const last = spoken.findLast(({ by, passed }) => by === me && !passed)
  const free = last ? last.at + roomLimits.jointPause : now
  return free > now ? free : undefined
}

/** Whether a message can still be taken back. */
export const canUnsend = (sentAt: number, now: number): boolean => now < sentAt + roomLimits.unsend

/** Whether joint messages wait for the mediator's tap: in the first phase, while everybody finds their tone. */
export const waitsForMediator = (phase: MediationPhase | undefined): boolean => phase === 'statements'

/** What a listener can mark a message with in a phase; nothing in the others. */
export function marksIn(phase: MediationPhase | undefined): readonly string[] {
  if (phase === 'reflect') return ['yes', 'partly', 'no']
  if (phase === 'options') return ['can', 'cannot', 'ask']
  return []
}

/** What people most often need when they quarrel; other words are always possible. */
export const needs = [
  'acknowledgement',
  'correction',
  'privacy',
  'distance',
  'clarity',
  'fairness',
  'repair',
  'nothing_more',
] as const
/** One of {@link needs}. */
export type Need = (typeof needs)[number]
