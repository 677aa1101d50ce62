import { sharedLimits } from '../shared/limits.ts'
import { DAY, HOUR, MINUTE, SECOND } from './core/clock.ts'
import { federationLimits } from './limits-federation.ts'
import { houseLimits } from './limits-house.ts'
import { joiningLimits } from './limits-joining.ts'
import { mediationLimits } from './limits-mediation.ts'
import { moderationLimits } from './limits-moderation.ts'
import { peerLimits } from './limits-peers.ts'

/** Every number that someone may want to change, with its unit and its reason. */
export const limits = {
  ...sharedLimits,
  ...houseLimits,
  ...joiningLimits,
  ...mediationLimits,
  ...moderationLimits,
  ...peerLimits,
  /** Raw characters of a post: what no counting may be asked of. */
  statusRaw: 20_000,
  /** Posts of one member that wait for their time, in all and on one day, as Mastodon's. */
  scheduledStatuses: 300,
  scheduledOnDay: 25,
  /** How far ahead a post can be put: nobody remembers what they wanted to say in two years. */
  scheduledAhead: 366 * DAY,
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
  /** Collections of people to follow, and people in one, as Mastodon's 25: more is nothing to begin with. */
  collections: 20,
  collectionPeople: 25,
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
  /** How long an event waits for the next ones to the same listener: nobody sees it, and one write does for all. */
  streamTogether: 20,
  /** How long a stopping server waits for answers that are under way. */
  drain: 8 * SECOND,
} as const
