import { DAY, HOUR } from './core/clock.ts'

/** The numbers of mediation, each with its unit and its reason. */
export const mediationLimits = {
  /** How old an account is before it may ask for a mediator: less is a way to come back at somebody. */
  mediationAccountAge: 7 * DAY,
  /** Requests of one member that may be open, and how many in a time. */
  mediationOpen: 2,
  /** Of somebody of another server: they are a guest of one case, and nobody here knows them. */
  mediationOpenElsewhere: 1,
  /** Requests from one other server in a time: whoever runs one can be as many people as they like. */
  mediationServer: 10,
  mediationServerTime: 30 * DAY,
  mediationRequests: 3,
  mediationRequestsTime: 30 * DAY,
  /** Requests of one member that are written and not sent. */
  mediationDrafts: 3,
  /** One request to the same person in this time, whatever came of it. */
  mediationPair: 90 * DAY,
  /** How long "not from this person again" holds, and two requests without an answer. */
  mediationNotAgain: 365 * DAY,
  mediationUnanswered: 2,
  /** So many different people asking about one in this time may be a pile-on. */
  pileOnPeople: 3,
  pileOnTime: 14 * DAY,
  mediationStory: 1000,
  mediationPosts: 10,
  /** Characters of the smaller fields of what is written for a mediation. */
  mediationLine: 300,
  mediationNames: 10,
  mediatorApproach: 140,
  /** Cases that a mediator has at once unless they choose less or more, and at most. */
  mediatorCases: 2,
  mediatorCasesMost: 5,
  mediatorCloseTo: 100,
  /** A mediator who was not seen for so long is treated as away. */
  mediatorIdle: 10 * DAY,
  /** The free week after a case that ended for somebody's safety, or that the mediator handed over. */
  mediatorCooling: 7 * DAY,
  mediationConflict: 180 * DAY,
  /** Between two mails about mediation to one person. */
  mediationMail: 48 * HOUR,
  /** How long what waits for a mediator is gathered for one mail: well within the two days in which they answer. */
  mediatorDigest: 6 * HOUR,
  threadAlerts: 2,
  threadAlertsTime: 7 * DAY,
  mediationAlertKept: 30 * DAY,
  /** What moderators were given from a safety page, until it has to be in a report of theirs. */
  mediationReportKept: 90 * DAY,
  /** What remains of a case without a word in it, for looking back at how it went. */
  mediationAudit: 365 * DAY,
  /** A year's figures are shown this long after it, and only once this many are in a figure. */
  mediationFigures: 30 * DAY,
  mediationSmallest: 5,
  pageMediations: 100,
  /** Until when a complaint about how a mediation was led has to be answered; then a steward sees it too. */
  mediationComplaint: 14 * DAY,
  mediationComplaintKept: 90 * DAY,
  /** How long a request to go through a mediation's walls waits for the second person, and a room that was opened stays so. */
  mediationExceptionWaits: 3 * DAY,
  mediationGlassOpen: DAY,
  /** Characters of the reason for that: more than one word. */
  mediationReasonLeast: 20,
  /** How long a mediator rests from the pool when a complaint was found right. */
  mediationPoolPause: 90 * DAY,
} as const
