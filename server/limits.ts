import { DAY, HOUR, MINUTE, SECOND } from './core/clock.ts'

/** Every number that someone may want to change, with its unit and its reason. */
export const limits = {
  /** Characters of a post, CW included, as Mastodon counts them. */
  statusCharacters: 500,
  /** Raw characters of a post: what no counting may be asked of. */
  statusRaw: 20_000,
  displayName: 30,
  bio: 500,
  username: 30,
  passwordMin: 10,
  /** Bytes of a password that argon2id is asked to read. */
  passwordMax: 256,
  email: 254,
  /** Characters of an answer to the community's question, as Mastodon's. */
  reason: 420,
  appName: 60,
  redirectUris: 2000,
  /** Topics one warning can name. */
  warningTopics: 8,
  /** Accounts one post can mention: more is a flood, not a talk. */
  mentions: 20,
  hashtags: 30,
  /** How much of a thread is shown: posts above, posts below, how deep below. Visitors' numbers are Mastodon's. */
  threadForVisitors: { above: 40, below: 60, depth: 20 },
  threadForMembers: { above: 200, below: 1000, depth: 200 },
  pageStatuses: 40,
  pageAccounts: 80,
  pageNotifications: 80,
  pageNotices: 40,
  /** Posts kept in a home timeline, as Mastodon's 800. */
  homeEntries: 800,
  /** The newest posts of somebody that come into a home when they are followed, as Mastodon's quarter of a home. */
  homeFill: 200,
  /** Followers written in the post's own transaction; more go by a job, this many at a time. */
  homeChunk: 200,
  /** Bytes of a JSON or form body; a post with every field full is below 30 kB. */
  body: 256 * 1024,
  /** Bytes of an uploaded picture, as Mastodon's 2 MB for avatars doubled twice for phones' photos. */
  avatarBytes: 8 * 1024 * 1024,
  /** Pixels of an uploaded picture before decoding, as Mastodon's 33 megapixels. */
  imagePixels: 33_177_600,
  /** Pixels at each side of an avatar as kept. */
  avatarSize: 400,
  sessionLasts: 60 * DAY,
  /** How long a registration waits for its confirmation, as Mastodon's 7 days. */
  registrationLasts: 7 * DAY,
  confirmLinkLasts: 2 * DAY,
  resetLinkLasts: 2 * HOUR,
  /** The set-up link is printed anew at each start while there is no owner. */
  setupLinkLasts: 30 * DAY,
  /** Wrong passwords for one name or address in an hour, from wherever they come, as Mastodon's. */
  logInFailures: 25,
  /** Links for a new password to one person in half an hour, as Mastodon's. */
  resetMails: 5,
  /** How long the page of a newcomer who was let in, or refused, can still say so. */
  joinedKept: 7 * DAY,
  refusedKept: 14 * DAY,
  /** How long somebody who applied can wait before the page of their registration forgets them; the account waits on. */
  applicationKept: 365 * DAY,
  /** How long it is kept by whose invite somebody came: long enough to see who floods, too short for a map of people. */
  inviterKept: 90 * DAY,
  inviteComment: 200,
  /** Characters of one of the community's own texts. */
  communityText: 5000,
  /** Between two mails to one registration. */
  resendAfter: MINUTE,
  /** Mails one registration can cause in all. */
  mailsPerRegistration: 8,
  /** A sign-up form filled faster was filled by a program. */
  fillTime: 3 * SECOND,
  mailKept: 7 * DAY,
  /** How long a member can find again what the community told them. */
  noticeKept: 90 * DAY,
  grantLasts: 10 * MINUTE,
  idempotencyKept: HOUR,
  /** Seconds of the longest mute that ends by itself. */
  muteLasts: (366 * DAY) / SECOND,
  /** How old an account is before it may ask for a mediator: less is a way to come back at somebody. */
  mediationAccountAge: 7 * DAY,
  /** Requests of one member that may be open, and how many in a time. */
  mediationOpen: 2,
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
  /** How long a mediator rests from the pool when a complaint was found right. */
  mediationPoolPause: 90 * DAY,
  /** How long a stopping server waits for answers that are under way. */
  drain: 8 * SECOND,
} as const
