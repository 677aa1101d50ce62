import { type Actor, type Case, isParty, otherParty } from './case.ts'

/** The mediator asks for words of a side. */
export const areWordsAsked = (c: Case) => (c.askedWords ?? []).length > 0

/** The talk goes, and does not rest. */
export const notPaused = (c: Case) => c.pausedUntil === undefined && c.frozenUntil === undefined

/** It is more than one message. */
export const whole = (c: Case) => c.track === 'mediation'

/** This side has the safety page instead of the case. */
export const onSafetyPage = (c: Case, by: Actor) => c.harmed === by || (c.state === 'diverted' && by === 'a')

/** This side is on the safety page, or would go there from the invitation. */
export const maySeeSafety = (c: Case, by: Actor) =>
  onSafetyPage(c, by) || (by === 'b' && c.state === 'invited' && c.reach === 'delivered')

/** The invitation came, and has no answer yet. */
export const invited = (c: Case) => c.reach === 'delivered' && c.answer === 'none'

/** The other side would like to bring somebody along. */
export const isSupportNamed = (c: Case, by: Actor) => isParty(by) && c.support[otherParty(by)] === 'named'
