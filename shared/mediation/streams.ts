import type { MediationRole, MediationStream } from '../api/mediation.ts'
import type { Case, Party } from './case.ts'
import { isThere } from './conditions.ts'
import { freeAt, hasTurns, type Spoken, turnOf } from './pacing.ts'

/**
 * Who reads each part of the talk. A coordinator reads none of them; a support person reads what their side reads; an
 * interpreter reads only the messages that they are given.
 */
const readers: Record<MediationStream, readonly MediationRole[]> = {
  caucus_a: ['a', 'support_a', 'mediator', 'co_mediator'],
  caucus_b: ['b', 'support_b', 'mediator', 'co_mediator'],
  joint: ['a', 'b', 'support_a', 'support_b', 'mediator', 'co_mediator'],
  notes: ['mediator', 'co_mediator'],
}

const writers: Record<MediationStream, readonly MediationRole[]> = {
  caucus_a: ['a', 'mediator', 'co_mediator'],
  caucus_b: ['b', 'mediator', 'co_mediator'],
  joint: ['a', 'b', 'mediator', 'co_mediator'],
  notes: ['mediator', 'co_mediator'],
}

/** Whether somebody with this role reads a part of the talk. */
export const mayRead = (role: MediationRole, stream: MediationStream): boolean => readers[stream].includes(role)

/** The part in which a side talks with the mediator alone. */
export const caucusOf = (party: Party): MediationStream => (party === 'a' ? 'caucus_a' : 'caucus_b')

/** Whether a part of the talk is there for a case: the joint room only where both want it. */
export const isOpenStream = (c: Case, stream: MediationStream): boolean =>
  stream !== 'joint' || (c.mode === 'joint' && c.track === 'mediation')

/** Why somebody cannot write somewhere now; `until` (ms) where it ends by itself. */
export type Silence =
  | { why: 'silent' | 'closed' | 'matching' | 'signing' | 'follow_up' | 'not_begun' | 'shuttle' | 'turn' }
  | { why: 'paused' | 'pacing'; until: number }

/** Why this role cannot write there now, or undefined where it can. `spoken`: what moved the turn, oldest first. */
export function silenceOf(
  c: Case,
  role: MediationRole,
  stream: MediationStream,
  { spoken, now }: { spoken: readonly Spoken[]; now: number },
): Silence | undefined {
  const isAway = role === 'co_mediator' && !isThere(c.co)
  if (isAway || !writers[stream].includes(role)) return { why: 'silent' }
  if (c.state !== 'opening' && c.state !== 'active') {
    if (stream === 'notes' && c.state !== 'closed') return undefined
    const { state } = c
    return { why: state === 'matching' || state === 'signing' || state === 'follow_up' ? state : 'closed' }
  }
  if (stream === 'notes') return undefined
  const until = c.frozenUntil ?? c.pausedUntil
  if (until !== undefined) return { why: 'paused', until }
  if (stream !== 'joint') return undefined
  if (!isOpenStream(c, stream)) return { why: 'shuttle' }
  if (c.state !== 'active') return { why: 'not_begun' }
  return role === 'a' || role === 'b' ? pacing(c, role, spoken, now) : undefined
}

function pacing(c: Case, me: Party, spoken: readonly Spoken[], now: number): Silence | undefined {
  if (hasTurns(c.phase) && turnOf(spoken.filter(({ phase }) => phase === c.phase)) !== me) return { why: 'turn' }
  const until = freeAt(spoken, me, now)
  return until === undefined ? undefined : { why: 'pacing', until }
}
