const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** How long everything in a case takes, in ms; each number with its reason. */
export const mediationTimes = {
  /** A draft that nobody goes on with is a worry written down and left lying. */
  draft: 7 * DAY,
  /** The safety page stays long enough to come back to it. */
  diverted: 14 * DAY,
  /** A request waits this long for its first coordinator, then a second is asked, then it is let go honestly. */
  secondCoordinator: 48 * HOUR,
  triage: 96 * HOUR,
  /** Fixed, whatever happens: its end is all that the requester ever learns. */
  invited: 7 * DAY,
  notTakenUp: 14 * DAY,
  /** What is written for a request that was let go. */
  refused: 14 * DAY,
  ballot: 72 * HOUR,
  mediatorAnswer: 48 * HOUR,
  openingNudge: 5 * DAY,
  opening: 10 * DAY,
  /** A turn: two nudges, never closer than two days, then the mediator has to act. */
  nudge: 48 * HOUR,
  secondNudge: 96 * HOUR,
  mustAct: 7 * DAY,
  /** Court talks in writing that drag on settle less; four weeks of them helped nobody. */
  target: 21 * DAY,
  extension: 14 * DAY,
  longest: 42 * DAY,
  /** One message and one answer. */
  message: 7 * DAY,
  frozen: 30 * DAY,
  signing: 7 * DAY,
  firstCheckIn: 14 * DAY,
  secondCheckIn: 60 * DAY,
  followUp: 74 * DAY,
  /** How it was is asked when it has settled a little. */
  feedback: 14 * DAY,
  /** Answers about harm go this long after it is decided where they lead. */
  screening: 48 * HOUR,
  moreTime: 48 * HOUR,
  /** Somebody of another server: at the door until they showed who they are, and let in until they show it again. */
  atTheDoor: HOUR,
  guest: 14 * DAY,
} as const

/** How often something may be, in a case. */
export const mediationCounts = {
  /** Rounds of candidates before it is said that there is no mediator. */
  rounds: 3,
  candidates: 3,
  /** Pauses that each side may set. */
  pauses: 3,
  /** Browsers that wait at the door of one case, and wrong codes after which the code of each counts no more. */
  atTheDoor: 5,
  wrongCodes: 5,
} as const
