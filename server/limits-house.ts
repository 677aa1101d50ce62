import { DAY, HOUR, MINUTE, SECOND } from './core/clock.ts'

/** The numbers by which those who run the community keep it, each with its unit and its reason. */
export const houseLimits = {
  /** How long another page may keep what it shows of a post, so that one which is deleted leaves it the same day. */
  embedLasts: 6 * HOUR,
  /** Pixels across, as Mastodon's. */
  embedWidth: 400,
  /** Other servers in the public list of decisions, and pages of what was decided here. */
  transparencyDomains: 500,
  transparencyPages: 200,
  /** Decisions and appeals of a week below which no part of them is worth a word. */
  metricsSmallest: 4,
  /** Weeks of numbers that can be looked back at, as long as cases that came to nothing are kept. */
  metricsWeeks: 12,
  /** Parts past which the team is warned: of appeals that were right, and of all decisions by one person. */
  alarmAppeals: 0.25,
  alarmOnePerson: 0.6,
  /** Mails that are looked through for how each provider takes them. */
  mailsLookedAt: 1000,
  /** People in the list of who came by whose invite: 90 days of a community. */
  inviteBranches: 1000,
  paperTitle: 120,
  paperText: 40_000,
  /** How long a switch for bad hours can be on, how much of that one person can have it on alone, and the words about it. */
  panicLongest: 72 * HOUR,
  panicSolo: 24 * HOUR,
  panicText: 500,
  /** How soon what a switch holds back looks again: whoever turns it off early does not wait for its end. */
  panicLook: 5 * MINUTE,
  /** Seconds for which a network can be shut out before that is for good, and characters of the note on why. */
  blockLasts: (5 * 365 * DAY) / SECOND,
  blockComment: 300,
  /** Members whose addresses are counted at a time, before a mail domain is shut out. */
  mailLookChunk: 1000,
  /** Mail domains of members whose hosts are asked for then: the most used ones; more would keep a resolver busy. */
  mailLookDomains: 40,
  /** Hosts that are shut out together with a mail domain. */
  mailOtherDomains: 20,
  /** Names that nobody may take: each is held against every new one. */
  nameBlocks: 500,
  /** How long it is known, as a name that dies with its day's key, from which networks somebody came. */
  networkKept: 72 * HOUR,
  /** Announcements that stand at a time, and kinds of reactions to one, as Mastodon's 8. */
  announcements: 40,
  announcementReactions: 8,
  /** Small pictures of a community, bytes of one as uploaded (Mastodon's 256 kB), and characters of its name and drawer. */
  emojis: 500,
  emojiBytes: 256 * 1024,
  emojiShortcode: 32,
  emojiCategory: 40,
  /** Pixels of one as kept, which is sharp at three times the height of a line, and of all frames of one that moves. */
  emojiPixels: 128 * 128,
  emojiAnimationPixels: 4_000_000,
  /** Days of numbers that a program of the staff's reads at once, and gets where it names none. */
  measuredAtMost: 366 * DAY,
  measuredUnasked: 29 * DAY,
  /** How long it can be looked up what those who run the community did: two elections of stewards. */
  staffLogKept: 730 * DAY,
  /** Characters of a complaint about one who runs the community, and of its answer. */
  complaintText: 2000,
  /** Until when a steward answers it, as with complaints about mediations. */
  complaintDue: 14 * DAY,
  /** How long it is kept with its answer, and without one: until another year's stewards could have read it. */
  complaintKept: 90 * DAY,
  complaintUnanswered: 730 * DAY,
  /** Complaints on a page. */
  pageComplaints: 100,
  /** Characters of a push service's address, and of what a device shows of a post, as Mastodon's 140. */
  pushAddress: 2000,
  pushBody: 140,
  /** How long a push service keeps what a device that is off did not fetch, as Mastodon's 48 hours, and how long it is waited for. */
  pushLasts: 48 * HOUR,
  pushDeadline: 10 * SECOND,
  /** What came in quiet hours is counted up to this. */
  pushCounted: 99,
  /** Days, begun ones too, between two knocks of the community at one device: never less than 48 hours. */
  pushNoticeRest: 3 * DAY,
} as const
