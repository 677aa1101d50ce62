import { type Actor, type Case, isParty, otherParty, type Third } from './case.ts'

/** The mediator asks for words of a side. */
export const areWordsAsked = (c: Case) => (c.askedWords ?? []).length > 0

/** Both have signed. */
export const isSigned = (c: Case) => c.signedAt !== undefined

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

/** Whoever was invited does not know who asked, and may: to answer, or on the safety page, to part from them. */
export const mayLook = (c: Case, by: Actor) => !c.seen && (invited(c) || onSafetyPage(c, by))

/** The other side would like to bring somebody along. */
export const isSupportNamed = (c: Case, by: Actor) => isParty(by) && c.support[otherParty(by)] === 'named'

/** Whether a second mediator or an interpreter is there: both sides said yes, and so did they. */
export const isThere = (third: Third | undefined): boolean => third?.stands === 'in'

/** Whether somebody leads the talk: the mediator, or a second one who is not still learning. */
export const leadsTalk = (c: Case, by: Actor): boolean =>
  by === 'mediator' || (by === 'co_mediator' && isThere(c.co) && c.co?.learns === false)

/** Whether a mediator of two, each chosen by one side, said yes already. */
export const hasTaken = ({ pair }: Case, by: Actor): boolean =>
  (by === 'mediator' || by === 'co_mediator') && pair?.[by] === true

/** What somebody can do who is asked to come, and what who still learns can do beside listening. */
const whenAsked: readonly string[] = ['accept_co', 'take', 'pass', 'step_back']
const whileLearning: readonly string[] = ['message', 'offer', 'unsend', 'step_back']

/** Whether a second mediator may do this at all: nothing before they are there, and little while they learn. */
export function mayAsThird(c: Case, by: Actor, verb: string): boolean {
  if (by !== 'co_mediator') return true
  if (!isThere(c.co)) return whenAsked.includes(verb)
  return c.co?.learns ? whileLearning.includes(verb) : true
}

/** This side was asked how the agreement holds, and has not said so yet. */
export const isAskedHow = (c: Case, by: Actor): boolean => isParty(by) && c.checkIns > 0 && !c.saidHow?.[by]

/** What somebody of another server asks for goes on by the word of a coordinator alone, and never by itself. */
export const mayInvite = (c: Case, by: Actor): boolean => by !== 'system' || !c.fromElsewhere
