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
  pageStatuses: 40,
  pageAccounts: 80,
  pageNotifications: 80,
  /** Posts kept in a home timeline, as Mastodon's 800. */
  homeEntries: 800,
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
  /** Between two mails to one registration. */
  resendAfter: MINUTE,
  /** Mails one registration can cause in all. */
  mailsPerRegistration: 8,
  /** A sign-up form filled faster was filled by a program. */
  fillTime: 3 * SECOND,
  mailKept: 7 * DAY,
  grantLasts: 10 * MINUTE,
  idempotencyKept: HOUR,
  /** How long a stopping server waits for answers that are under way. */
  drain: 8 * SECOND,
} as const
