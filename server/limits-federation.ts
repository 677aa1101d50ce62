import { DAY, HOUR, MINUTE, SECOND } from './core/clock.ts'

/** The numbers by which other servers' documents are taken, each with its unit and its reason. */
export const federationLimits = {
  /** What is taken of other servers' documents: bytes of an activity, depth, and parts of one list or object. */
  federatedBody: 256 * 1024,
  federatedDepth: 20,
  federatedWidth: 1000,
  /** Characters of their texts: a post, a profile, a name, a line of a profile, a warning, an option of a poll. */
  federatedText: 100_000,
  federatedNote: 20_000,
  federatedName: 200,
  federatedField: 2047,
  federatedWarning: 500,
  federatedPollOption: 500,
  federatedAlt: 10_000,
  federatedAddress: 2048,
  federatedKey: 10_000,
  federatedSignature: 4000,
  /** Parts of one post or profile, generous after Mastodon's. */
  federatedAttachments: 16,
  federatedMentions: 100,
  federatedTags: 50,
  federatedEmojis: 100,
  federatedPollOptions: 20,
  federatedFields: 50,
  federatedAliases: 20,
  /** Posts and characters of a report from another server. */
  federatedReport: 50,
  federatedComment: 5000,
  /** How far a signature's time may lie from ours. */
  federatedClock: HOUR,
  /** Activities of one server that one network brings in a minute, before any of them is looked into. */
  federatedPerMinute: 1500,
  /** Keys that one network has us ask for in a minute, of however many servers: each costs two questions elsewhere. */
  federatedStrangers: 120,
  /** Posts and edits that one network brings in a minute of people whom nobody here follows: a busy conversation has a few. */
  federatedFromStrangers: 300,
  /** Reports that one network brings in an hour: each is read by a person. */
  federatedReports: 60,
  /** Activities that may wait for their signatures to be checked: each holds its bytes in memory. */
  federatedWaiting: 300,
  /**
   * Milliseconds of the main thread that activities take at once: fewer while somebody reads here, which is so for a
   * moment after each request that is none of another server's.
   */
  federatedSlice: { alone: 5, beside: 2 },
  federatedReading: 250,
  /** Milliseconds for which activities are gathered into one commit, and between two commits of a long line. */
  federatedGather: 20,
  federatedPause: { alone: 8, beside: 20 },
  /** How long it is known that an activity was taken in, and that a post was deleted. */
  federatedSeen: 7 * DAY,
  federatedTombstone: 365 * DAY,
  /** How long what a person's server says of them is taken to hold, and until a key that failed is asked for again. */
  federatedActorLasts: DAY,
  federatedKeyAgain: MINUTE,
  /** Until somebody who could not be fetched is asked for again. */
  federatedAskAgain: 5 * MINUTE,
  /** How long a quote waits for the quoted person's word: some servers have people say it by hand. */
  quoteWaits: 14 * DAY,
  /** How long somebody who moved stays there, so that nobody drives their followers from place to place. */
  federatedMoveAgain: 7 * DAY,
  /** Members of ours in another server's list of somebody's followers, and the pages of it that are read. */
  federatedFollowers: { people: 10_000, pages: 20 },
  /** How long it is waited before two lists of followers are compared: an answer may be under way. */
  federatedCompare: 30 * SECOND,
  /** Posts above one that are fetched, and, of one thread, posts and pages of its answers. */
  federatedAncestors: 30,
  /**
   * Posts above one whose author nobody here follows, and how often a minute such posts have us ask for others', quotes
   * and linked pages: by the server of their authors, by the network it speaks from, by the one that is asked, and all
   * together: no network comes near to what all may.
   */
  federatedForStrangers: { ancestors: 3, author: 30, network: 60, asked: 30, all: 240 },
  threadPosts: 400,
  threadPages: 60,
  /** How long a member waits for the rest of a conversation before what came is shown. */
  threadPatience: 12 * SECOND,
  /** The newest posts of a profile that are fetched when somebody first looks at it. */
  profilePosts: 20,
  /** Posts of an archive, and the bytes of their list, that are read at once: members are answered meanwhile. */
  broughtPosts: 5000,
  broughtBytes: 8 * 1024 * 1024,
  /** Bytes that one member's pictures from an archive may take: some 4,000 photos. */
  broughtPictures: 1024 ** 3,
  /** Pictures that are asked for at once. */
  broughtWanted: 2000,
  /** From this part of the disk's budget on, room is made. */
  diskFull: 0.95,
  /** How long those who look after the disk are not told again that nothing more can go. */
  diskWarnedAgain: 7 * DAY,
  /** How often it is looked how much is used while other servers bring things. */
  diskLook: 10 * SECOND,
  /** Bytes that are kept free for a picture before it is fetched: none is larger once it is made anew. */
  diskPicture: 16 * 1024 * 1024,
  /** People who are counted at a time: a millisecond or two. */
  diskCounted: 1000,
} as const
