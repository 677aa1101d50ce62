import { DAY, HOUR, MINUTE, SECOND } from './core/clock.ts'

/** The numbers of reports and decisions, each with its unit and its reason; read them through `limits`. */
export const moderationLimits = {
  /** Posts, kept bundles and rules that one report can name, and characters of what is said with it, as Mastodon's. */
  reportPosts: 20,
  reportBundles: 10,
  reportRules: 8,
  reportComment: 1000,
  /** Characters of a name, an address or a place in a report. */
  reportLine: 300,
  /** How often somebody can add to a report: more is for a talk. */
  reportAdditions: 10,
  /** Until when those who decide mean to have decided: danger within the hour, harassment within half a day. */
  caseClocks: { danger: HOUR, harassment: 12 * HOUR, other: 72 * HOUR },
  /** The same for private information while nobody of the team is on duty. */
  exposedOffDuty: 4 * HOUR,
  /** How many of those whom somebody blocked last are compared with whom they report for it. */
  blocksCompared: 200,
  /** How many people’s blocks reach a further account at once. */
  blocksReach: 1000,
  /** Sentences that the team keeps for a rule: more are not read through. */
  openingsOfRule: 10,
  /** How long whom an account mocks is waited for, and how long posts are hidden at most while two decide. */
  mockedAnswer: 7 * DAY,
  hiddenMeanwhile: 14 * DAY,
  appealClock: 7 * DAY,
  /** Until when somebody who asked to join should have an answer: they wait for it. */
  applicationClock: DAY,
  /** How long somebody who takes a case has it to themselves. */
  claimLasts: 30 * MINUTE,
  /** How long what was decided can be undone before anybody is told. */
  decisionUndo: 10 * MINUTE,
  /** Until when a second person has to look at what one did alone because it could not wait. */
  reviewWithin: DAY,
  /** How long the words to a person wait for a second reader; less than a suspension of one day. */
  readingWithin: 12 * HOUR,
  /** How long a post is hidden on the word of whoever it exposes, and how often one person's word does that. */
  hiddenAtOnce: DAY,
  hidesAtOnce: 3,
  hidesAtOnceTime: 7 * DAY,
  /** Within which time intimate pictures are decided on, whoever asked about them: 48 hours by US law. */
  intimateWithin: 2 * DAY,
  /** How long a decision can be appealed, and characters of each answer, as Mastodon's 20 days and 2000. */
  appealWithin: 20 * DAY,
  appealText: 2000,
  /** How long somebody can write once to the answer to their appeal. */
  followUpWithin: 10 * DAY,
  /** How long the way to an appeal works that is shown at the log-in: the next log-in shows another. */
  appealLinkAtLogIn: DAY,
  /** From a removal to the deletion of all that belonged to the account. */
  purgeAfter: 30 * DAY,
  /** How long an address of somebody who was removed cannot join again. */
  removedKept: 730 * DAY,
  /** How long evidence is kept past a decision and the end of its appeal. */
  caseKept: 90 * DAY,
  /** Days of the longest suspension that one person can decide; what is longer is a removal, for two. */
  suspensionDays: 90,
  /** Characters of what a person is told of a decision, and of what colleagues are. */
  statement: 2000,
  moderationNote: 2000,
  moderationNoteKept: 365 * DAY,
  /** Strikes after which a guideline that is broken again can lead to a removal. */
  guidelineStrikes: 3,
  /** How long a moderator and whom they decided about are kept apart elsewhere. */
  moderatedConflict: 90 * DAY,
  /** How far up the tree of invites two people are looked for in one line. */
  inviteDepth: 10,
  /** How long one person alone can cut a server off that cannot wait, and within which time no more than once. */
  cutOffAlone: DAY,
  cutOffAloneTime: 3 * DAY,
  /** Posts on a device about which it asks at once whether they are still there. */
  goneAsked: 200,
  /** How long it is shown what became of asking other servers to delete a post. */
  purgeShown: 90 * DAY,
  /** How soon those who run another server can be written to again about the same posts. */
  purgeLetterAgain: 3 * DAY,
  /** How many of a reporter’s last reports are weighed, as Discourse does. */
  reportsWeighed: 100,
  /** By how much of its clock a case comes earlier in the list whose reporters proved right: a hint and no more. */
  weightInList: 0.25,
  /** How long an upload waits for the operator's scanner, as somebody waits for a picture; and bytes of its answer, which is a word. */
  scanPatience: 5 * SECOND,
  scanAnswer: 4096,
  /** Pictures from before whose looks are worked out an hour: some minutes of the thread that makes new ones, between them. */
  knownAtOnce: 2000,
  /** Bits of 256 in which a picture may differ from one that was taken down and still counts as alike, as for PDQ; unrelated ones differ in some 128. */
  pictureAlike: 31,
  /** Pictures that are compared before others have their turn: some ms. */
  alikeAtOnce: 5000,
  /** Who is trusted to have a post hidden while nobody is there, and how many of them it takes. */
  trustedAfter: 30 * DAY,
  trustedUpheld: 2,
  autoHideReports: 3,
  /** After how long on duty somebody is reminded to rest. */
  dutyLong: 4 * HOUR,
  pageReports: 40,
  /** Lines of the queue at a time, as many as somebody takes in; and how many of each kind wait beside the cases. */
  pageCases: 10,
  waitingLines: 60,
  /** Reports that a case's page shows with their evidence; further ones are counted. */
  caseReports: 20,
} as const
