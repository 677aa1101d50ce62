import { DAY, HOUR, MINUTE, SECOND } from './core/clock.ts'

/** What holds for coming in: signing up, being confirmed, logging in, and being new. */
export const joiningLimits = {
  username: 30,
  passwordMin: 10,
  /** Bytes of a password that argon2id is asked to read. */
  passwordMax: 256,
  email: 254,
  /** Characters of an answer to the community's question, as Mastodon's. */
  reason: 420,
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
} as const
