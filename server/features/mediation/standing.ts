import type { MediationRole, MediationState } from '../../../shared/api/mediation.ts'
import { helpTexts, type Standing, type StandingName, standings } from '../../../shared/locales/en/mediation.ts'
import { type Case, isParty } from '../../../shared/mediation/case.ts'
import { hasTaken, isAskedHow } from '../../../shared/mediation/conditions.ts'
import { isOpen } from '../../../shared/mediation/moves.ts'

const isSafety = (c: Case, role: MediationRole) => c.harmed === role || (c.state === 'diverted' && role === 'a')

/**
 * The state as this viewer is told it. Whoever is on the safety page reads `diverted`, whatever the other side reads;
 * an invitation that was answered with no is over for who answered it, and for nobody else.
 */
export function stateFor(c: Case, role: MediationRole): MediationState {
  if (isSafety(c, role)) return 'diverted'
  return role === 'b' && c.answer === 'no' ? 'not_taken_up' : c.state
}

const invitedAs = (c: Case, role: MediationRole): StandingName => {
  if (role === 'coordinator') return 'check'
  if (role === 'a') return 'invited'
  return c.answer === 'check' ? 'checking' : 'invitation'
}

const matchingAs = (c: Case, role: MediationRole): StandingName => {
  if (role === 'mediator' || role === 'co_mediator') return hasTaken(c, role) ? 'offer_waits' : 'offer'
  if (c.pickedAt !== undefined) return 'mediator_asked'
  if (c.offered === 0) return 'no_candidates'
  return isParty(role) && c.voted[role] ? 'voted' : 'vote'
}

const triageAs = (c: Case, role: MediationRole): StandingName => {
  const asked = c.askedAt !== undefined
  if (role === 'coordinator') return asked ? 'coordinate_asked' : 'coordinate'
  return asked ? 'asked' : 'triage'
}

const activeAs = (c: Case, role: MediationRole): StandingName => {
  if (c.pausedUntil !== undefined || c.frozenUntil !== undefined) return 'paused'
  if (role === 'co_mediator' && c.co?.learns) return 'active_learning'
  return role === 'mediator' || role === 'co_mediator' ? 'active_mediator' : 'active'
}

const closedAs = ({ reason = 'ended' }: Case): StandingName =>
  reason === 'withdrawn' || reason === 'lapsed' || reason === 'escalated' ? 'ended' : reason

function followUpAs(c: Case, role: MediationRole): StandingName {
  if (isAskedHow(c, role)) return 'follow_up_asked'
  return c.checkIns < 2 ? 'follow_up' : 'follow_up_last'
}

/** Who comes beside the mediator: asked, there, or waiting for both sides' yes at another step. */
function thirdAs(c: Case, role: MediationRole): StandingName | undefined {
  const goes = ['opening', 'active'].includes(c.state)
  if (role === 'co_mediator' && goes && c.co?.stands !== 'in') return 'co_asked'
  if (role !== 'interpreter' || !isOpen(c)) return undefined
  if (c.interpreter?.stands === 'agreed') return 'interpreter_asked'
  return c.interpreter?.stands === 'in' ? 'interpreting' : 'interpreter_rests'
}

/** The name of where a case stands for this viewer. */
function standingName(c: Case, role: MediationRole): StandingName {
  if (isSafety(c, role)) return c.route ?? 'divert'
  const third = thirdAs(c, role)
  if (third) return third
  switch (stateFor(c, role)) {
    case 'draft':
      return 'draft'
    case 'triage':
      return triageAs(c, role)
    case 'invited':
      return invitedAs(c, role)
    case 'not_taken_up':
      return role === 'b' ? (c.answer === 'check' ? 'too_late' : 'said_no') : 'not_taken_up'
    case 'matching':
      return matchingAs(c, role)
    case 'opening':
      return isParty(role) && c.signedRules[role] ? 'opening_waits' : 'opening'
    case 'active':
      return activeAs(c, role)
    case 'signing':
      return c.frozenUntil === undefined ? 'signing' : 'paused'
    case 'follow_up':
      return followUpAs(c, role)
    default:
      return closedAs(c)
  }
}

/** Where a case stands for this viewer, in words. */
export function standingOf(c: Case, role: MediationRole): Standing {
  const standing = standings[standingName(c, role)]
  const helped = isSafety(c, role) ? (c.helped?.[role] ?? []) : []
  if (helped.length === 0) return standing
  return { ...standing, text: [...helped.map((how) => helpTexts[how]), helpTexts.silence].join(' ') }
}

const waitsFor: readonly StandingName[] = [
  'draft',
  'asked',
  'coordinate',
  'check',
  'invitation',
  'vote',
  'follow_up_asked',
  'offer',
  'co_asked',
  'interpreter_asked',
]

const talks: readonly MediationState[] = ['opening', 'active']

/** Whether this side is asked whether somebody may come in beside the mediator. */
const isAskedAbout = ({ co, interpreter }: Case, role: MediationRole): boolean =>
  isParty(role) && [co, interpreter].some((third) => third?.stands === 'asked' && !third.yes[role])

/** Whether a case waits for this viewer. */
export function needsYou(c: Case, role: MediationRole): boolean {
  const name = standingName(c, role)
  if (waitsFor.includes(name)) return true
  if (name === 'interpreting') return (c.toInterpret ?? []).length > 0
  const listens = isParty(role) || role === 'mediator' || role === 'co_mediator'
  if (listens && talks.includes(c.state) && c.waits[role]) return true
  if (isAskedAbout(c, role)) return true
  if (!isParty(role)) return false
  return name === 'opening' || (name === 'signing' && c.agreementVersion > 0 && !c.signed[role])
}
