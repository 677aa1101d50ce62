import { DAY, HOUR, MINUTE, SECOND } from './core/clock.ts'

/** What holds for reading other servers, keeping what is theirs, and moving between them. */
export const peerLimits = {
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
  /** Servers that are named before it is decided about them. */
  previewedServers: 20,
  /** How long somebody has to allow a sign-in at their own server, and how long a guest is known then. */
  remoteSignInLasts: 15 * MINUTE,
  guestLasts: DAY,
  /** Pages of one list of an old account that are read: more than anybody follows by reading. */
  arrivalPages: 125,
  arrivalDeadline: 5 * MINUTE,
  /** People and posts that one job brings along: each may have to be asked of its own server. */
  arrivalChunk: 10,
  /** Until whoever could not be found is looked for once more: longer than a failed question is remembered. */
  arrivalAgain: 10 * MINUTE,
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
} as const
