import { sharedLimits } from '../shared/limits.ts'
import { DAY, HOUR, MINUTE, SECOND } from './core/clock.ts'
import { federationLimits } from './limits-federation.ts'
import { houseLimits } from './limits-house.ts'
import { mediationLimits } from './limits-mediation.ts'
import { moderationLimits } from './limits-moderation.ts'

/** Every number that someone may want to change, with its unit and its reason. */
export const limits = {
  ...sharedLimits,
  ...houseLimits,
  ...mediationLimits,
  ...moderationLimits,
  /** Raw characters of a post: what no counting may be asked of. */
  statusRaw: 20_000,
  /** Posts of one member that wait for their time, in all and on one day, as Mastodon's. */
  scheduledStatuses: 300,
  scheduledOnDay: 25,
  /** How far ahead a post can be put: nobody remembers what they wanted to say in two years. */
  scheduledAhead: 366 * DAY,
  username: 30,
  passwordMin: 10,
  /** Bytes of a password that argon2id is asked to read. */
  passwordMax: 256,
  email: 254,
  /** Characters of an answer to the community's question, as Mastodon's. */
  reason: 420,
  appName: 60,
  redirectUris: 2000,
  /** Topics that a community offers for warnings: more is no longer a choice but a search. */
  warningTopicsOffered: 60,
  /** Characters of a topic's label, and of free words that are offered to others. */
  warningLabel: 40,
  /** Characters of what is said about a topic: two lines under the chips. */
  warningGuidance: 300,
  /** Other words for one topic. */
  warningAliases: 20,
  /** Words that moderators keep from being offered. */
  warningStopWords: 200,
  /** People for whose warnings somebody keeps a choice: they come with every session. */
  warningPeople: 500,
  /** Free words are offered once so many different people used them in public: fewer could be known by them. */
  warningWordsAuthors: 3,
  /** How long words of warnings are kept to be offered; the posts stay. */
  warningWordsKept: 180 * DAY,
  warningSuggestions: 8,
  /** Topics in the numbers about warnings. */
  topTopics: 10,
  /** Accounts one post can mention: more is a flood, not a talk. */
  mentions: 20,
  hashtags: 30,
  /** People named as those who can be written to; more names are a list, and no answer. */
  teamNamed: 5,
  /** Versions of one post: more are a page that somebody keeps, not a post. */
  versions: 100,
  /** How much of a thread is shown: posts above, posts below, how deep below. Visitors' numbers are Mastodon's. */
  threadForVisitors: { above: 40, below: 60, depth: 20 },
  threadForMembers: { above: 200, below: 1000, depth: 200 },
  /** Posts at the top of a profile, as Mastodon's. */
  pinnedStatuses: 5,
  /** Characters of a search, and the words and operators in it: each is a walk through the index. */
  searchText: 500,
  searchPieces: 24,
  /** How far into what was found one can go. */
  searchOffset: 400,
  /** How far down the directory one can go: each page reads what stands above it. */
  directoryOffset: 5000,
  /** Lists of one member, people in one list, and characters of its name: each post is written into every list. */
  lists: 50,
  listAccounts: 500,
  listTitle: 100,
  followedTags: 300,
  /** How far back what is used a lot here is counted, and how many of each are kept. */
  trendTime: 3 * DAY,
  trends: 40,
  /** Different people behind something in use: fewer could be known by it. */
  trendPeople: 3,
  /** Hashtags and people on one profile, as Mastodon's ten; more is a list nobody reads. */
  featuredTags: 10,
  endorsements: 20,
  /** Filters of one member, words and posts in one, and characters of a name and a word: each post is held against all. */
  filters: 100,
  filterKeywords: 100,
  filterStatuses: 200,
  filterTitle: 100,
  filterKeyword: 100,
  /** The newest posts of a home on which words are tried out. */
  filterPreview: 200,
  pageTags: 200,
  pageStatuses: 40,
  pageAccounts: 80,
  pageNotifications: 80,
  /** Younger accounts are new to those who want to hear later of them, as Mastodon's 30 days. */
  newAccount: 30 * DAY,
  /** A follow has to stand so long to count as knowing each other, as Mastodon's 3 days. */
  newFollow: 3 * DAY,
  pageNotices: 40,
  pageEvidence: 40,
  /** Posts kept in a home timeline, as Mastodon's 800. */
  homeEntries: 800,
  /** The newest posts of somebody that come into a home when they are followed, as Mastodon's quarter of a home. */
  homeFill: 200,
  /** And of what they boosted: enough to see what they pass on. */
  homeFillBoosts: 40,
  /** The newest posts that come into a home with a hashtag: a taste, no flood. */
  homeFillByTag: 20,
  /** Newest entries of a home among which no post stands twice by being boosted, as Mastodon's. */
  homeBoostsApart: 40,
  /** Followers written in the post's own transaction; more go by a job, this many at a time. */
  homeChunk: 200,
  /** Bytes of a JSON or form body; a post with every field full is below 30 kB. */
  body: 256 * 1024,
  /** Pixels of an uploaded picture before decoding, as Mastodon's 33 megapixels. */
  imagePixels: 33_177_600,
  /** Pixels of all frames of a moving picture together: each is decoded and made anew. */
  animationPixels: 33_177_600,
  /** Pixels of a post's picture as kept, as Mastodon's 8.3 megapixels, and of the one that stands in lists. */
  mediaPixels: 8_294_400,
  mediaSmallPixels: 480_000,
  /** Bytes of pictures that one person can add in a day: some 400 photos. */
  mediaDay: 200 * 1024 * 1024,
  /** How long a picture that is in no post is kept, as Mastodon's day. */
  mediaLoose: DAY,
  /** Bytes of the disk that pictures leave free: the database has to be written whatever comes. */
  diskReserve: 256 * 1024 * 1024,
  /** Files that one job takes off the disk before others have their turn. */
  filesAtOnce: 200,
  /** Pixels at each side of an avatar as kept. */
  avatarSize: 400,
  /** Pixels of a banner as kept: three to one, sharp on a wide screen. */
  headerWidth: 1500,
  headerHeight: 500,
  /** Characters of what one notes about somebody for oneself, as Mastodon's. */
  accountNote: 2000,
  /** Followers one knows, of all people asked about at once: more than a page can show. */
  familiarFollowers: 200,
  /** Bytes of a page that are read to see whether it links back to a profile: the link may stand at its foot. */
  verifiedPage: 1024 * 1024,
  /** Until a page that a post links to is asked, at random: not all who read the post at once ask it together, as Mastodon. */
  cardDelay: 59 * SECOND,
  /** How long what a page said is taken to hold, and until one that could not be had is asked again for a new post. */
  cardLasts: 14 * DAY,
  cardRetry: HOUR,
  /** Bytes of a page that are read for its card, whose words stand in its head, and of its picture. */
  cardPage: 512 * 1024,
  cardPicture: 8 * 1024 * 1024,
  /** Pixels of a card's picture as kept: sharp on a phone, and no more than a card needs. */
  cardPixels: 480_000,
  /** Characters of a card's address, title, texts and names. */
  cardUrl: 2000,
  cardTitle: 200,
  cardText: 400,
  cardName: 80,
  ...federationLimits,
  sessionLasts: 60 * DAY,
  /** How long somebody who asked to be confirmed by hand waits: a small team is away for a fortnight. */
  byHandLasts: 30 * DAY,
  /** Registrations with one mail address in a day: each sends a mail to somebody who may not have asked. */
  registrationsPerAddress: 5,
  /** How long a registration waits for its confirmation, as Mastodon's 7 days. */
  registrationLasts: 7 * DAY,
  confirmLinkLasts: 2 * DAY,
  resetLinkLasts: 2 * HOUR,
  /** The set-up link is printed anew at each start while there is no owner. */
  setupLinkLasts: 30 * DAY,
  /** Wrong passwords for one name or address in an hour, from wherever they come, as Mastodon's. */
  logInFailures: 25,
  /** Lines and bytes of a list that somebody brings along: more than anybody follows by reading. */
  importRows: 10_000,
  importBytes: 1024 * 1024,
  importChunk: 50,
  importKept: 30 * DAY,
  /** Lines that could not come, as they are shown. */
  importFailures: 200,
  /** How long the file of one's own posts can be fetched, and how often one can be made. */
  archiveLasts: 7 * DAY,
  archiveEvery: DAY,
  /** Posts that are read at a time for it, so that nobody waits. */
  archiveChunk: 100,
  /** Between asking for the deletion of one's account and the deletion: time to sleep over it, and to notice a thief. */
  departureWait: 14 * DAY,
  /** Posts of somebody who is gone that are deleted at a time. */
  eraseChunk: 100,
  /** Wrong codes of one person in an hour: a guess is right once in 333 000, so that ten are no way in. */
  codeFailures: 10,
  /** How long somebody who said the password has for the second step, and how often they may try. */
  secondStepLasts: 10 * MINUTE,
  secondStepTries: 5,
  recoveryCodes: 10,
  /** How long a passkey has to sign what it is asked to. */
  challengeLasts: 5 * MINUTE,
  passkeys: 20,
  passkeyName: 60,
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
  /** From the announcement of new rules until they hold: time to read, to ask, and to leave. */
  rulesNotice: 14 * DAY,
  /** A change that is further away than this is not known well enough to announce. */
  rulesNoticeMost: 365 * DAY,
  /** After a material change, how long members may post before they have accepted it. */
  rulesGrace: 30 * DAY,
  /** Within this a second person confirms an emergency rule, or it lapses. */
  rulesConfirmWithin: 72 * HOUR,
  /** People who have to approve a change, where as many hold the permission. */
  rulesApprovals: 2,
  ruleText: 1000,
  /** Examples on either side of one rule: more is a catalogue. */
  ruleExamples: 5,
  ruleExample: 200,
  /** Characters of the words on why the rules change. */
  rulesSummary: 2000,
  /** Characters of a member's comment on a change, twice a post. */
  ruleComment: 1000,
  pageRuleComments: 40,
  /** One's own acceptances that are listed; no community changes its rules more often. */
  acceptancesShown: 100,
  /** Members whom one job mails about a change. */
  rulesMailChunk: 200,
  /** Characters of one of the community's own texts. */
  communityText: 5000,
  /** Between two mails to one registration. */
  resendAfter: MINUTE,
  /** Mails one registration can cause in all. */
  mailsPerRegistration: 8,
  /** A sign-up form filled faster was filled by a program. */
  fillTime: 3 * SECOND,
  /** Numbers among which a browser looks for the one that proves its work: about a second of an old phone. */
  proofMost: 60_000,
  /** How long an answer to that question counts; a form that stood open longer asks anew by itself. */
  proofLasts: HOUR,
  /** So many newcomers in this time are a wave: from then on people come by invite only. */
  joinWave: 50,
  joinWaveTime: HOUR,
  /** Mails that a provider has to have refused, and which part of all in the time below, before people are warned. */
  mailRefusals: 3,
  mailRefusedPart: 0.2,
  mailRefusedTime: DAY,
  /** Posts of somebody new that have to stand this long before links, pictures and strangers' names are theirs. */
  knownPosts: 3,
  knownAfter: DAY,
  mailKept: 7 * DAY,
  /** Posts that can be kept as evidence in one bundle, and bundles that one member can have. */
  evidenceItems: 20,
  evidenceBundles: 200,
  /** Bytes of pictures in one bundle; further ones are kept as small as they stand in lists. */
  evidencePictures: 24 * 1024 * 1024,
  /** Characters of a note to oneself. */
  evidenceNote: 500,
  evidenceKept: 90 * DAY,
  /** How long a member can find again what the community told them. */
  noticeKept: 90 * DAY,
  grantLasts: 10 * MINUTE,
  /** How long a post that is sent again is known: a phone without a network may try again the next day. */
  idempotencyKept: 2 * DAY,
  /** How long a form whose answer was lost can be sent again without making anything twice. */
  answerKept: HOUR,
  /** Seconds of the longest mute that ends by itself. */
  muteLasts: (366 * DAY) / SECOND,
  /** How long an offer of a truce or lock can be accepted; only this clock ends it for who offered. */
  truceOfferLasts: DAY,
  /** How long after an offer, or after the end of what was agreed, the two leave each other alone about it. */
  truceRest: 7 * DAY,
  /** Offers of truces and locks that one person can make in the time below. */
  truceOffers: 5,
  truceOffersWithin: 30 * DAY,
  /** How long who offered can read that nothing came of it, as a mediation's 14 days. */
  truceShown: 14 * DAY,
  /** How long it is known which servers got a post: for its author, and to take it back there. */
  deliveredKept: 30 * DAY,
  /** How long a picture from elsewhere stays after somebody last looked at it, as Mastodon's admins choose: a fortnight. */
  elsewhereKept: 14 * DAY,
  /** Pixels of such pictures as kept, by what they are; those of posts are kept like ours. */
  elsewherePixels: { media: 480_000, avatar: 160_000, header: 750_000, emoji: 16_384 },
  /** Posts of elsewhere are this old before they make room for others; younger ones only where that is too little. */
  untouchedKept: [30 * DAY, 7 * DAY, DAY],
  /** Gigabytes that the database and what is kept from other servers may use together, until the collective says otherwise. */
  diskBudget: 20,
  /** Servers that are listed by what they use of the disk. */
  diskHosts: 200,
  /** Servers that have not got a post, as they are named to its author. */
  unreachedShown: 50,
  /** Posts of somebody, and answers to a post, on one page for other servers, as Mastodon's. */
  outboxPage: 20,
  repliesPage: 50,
  /** Open streams of one person and of one network: some devices each, and a household or a meeting room. */
  streamsPerPerson: 30,
  streamsPerAddress: 100,
  /** Channels on one stream: more than any client shows at once. */
  streamChannels: 60,
  /** Between two signs of life, below what proxies wait for. */
  streamBeat: 15 * SECOND,
  /** Posts of somebody who is removed that are taken off screens at once: more is nobody's screen. */
  streamLeaving: 100,
  /** The same of a server that is cut off: of each who wrote within a week, so many. */
  streamLeavingEach: 20,
  streamLeavingTime: 7 * DAY,
  /** Bytes that may wait for a slow listener, who is let go past that and reads the rest when they come back. */
  streamBacklog: 1024 * 1024,
  /** How long the address of a picture holds that somebody looks at on its own server. */
  peerLooked: HOUR,
  /** Characters of what a server says about itself, and rules of it that are shown. */
  peerText: 5000,
  peerRules: 40,
  /** How long what a server said about itself holds: until it is asked anew by itself, and when its page is opened. */
  peerFactsLast: 3 * DAY,
  peerFactsFresh: HOUR,
  /** Servers that are asked in one hour what they are. */
  peersAsked: 60,
  /** Servers on one page of the list. */
  pagePeers: 80,
  /** Characters of the reasons for a decision about a server. */
  peerReason: 1000,
  /** Follows that one member is shown as sleeping. */
  severedShown: 500,
  /** People of a server whose posts are taken off public timelines at a time. */
  unlistChunk: 200,
  /** Lists of others' decisions that are looked at, the bytes of one, and the decisions in it. */
  domainLists: 20,
  domainListBytes: 2 * 1024 * 1024,
  domainListRows: 10_000,
  /** How long somebody has to allow a sign-in at their own server, and how long a guest is known then. */
  remoteSignInLasts: 15 * MINUTE,
  guestLasts: DAY,
  /** Pages of one list of an old account that are read: more than anybody follows by reading. */
  arrivalPages: 125,
  arrivalDeadline: 5 * MINUTE,
  /** People and posts that one job brings along: each may have to be asked of its own server. */
  arrivalChunk: 10,
  arrivalKept: 30 * DAY,
  /** Accounts elsewhere that one can name as one's own, and the time between two moves, as Mastodon's. */
  aliases: 10,
  moveRest: 30 * DAY,
  /** Servers that one member can block for themselves. */
  domainBlocks: 1000,
  /** Bytes of one answer of another server's API, as all that is fetched. */
  peerAnswer: 1024 * 1024,
  /** For one answer of another server, and for all of one question with its pages. */
  peerPatience: 8 * SECOND,
  peerDeadline: 25 * SECOND,
  /** How long a stopping server waits for answers that are under way. */
  drain: 8 * SECOND,
} as const
