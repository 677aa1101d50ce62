import { pauseEntry } from './pause-entry.ts'

/** Pausing people and conversations, truces and locks, and the line while writing. */
export const pauses = {
  ...pauseEntry,
  title: 'Pauses',
  hint: 'What you put to rest for a time, and whom you blocked. Nobody else sees this; of a truce, only the two of you know.',
  loading: 'Loading your pauses',
  empty: 'Nothing is paused',
  emptyText:
    'Under “More” at a post or on a profile you can pause a person or a conversation for an hour, a day, or until you end it. You can also offer somebody a truce.',
  more: 'Show more',

  threadTitle: 'Pause this conversation?',
  threadText:
    'Nothing that is said in it reaches your inbox. You can still read it and reply. Nobody is told, and nobody else notices.',
  personTitle: (name: string) => `Pause or mute ${name}?`,
  personText:
    'Their posts leave your lists, and nothing they do reaches your inbox. They are not told, and can still read and answer you.',
  howLong: 'For how long',
  lengths: ['An hour', 'A day', '3 days', '7 days'],
  endless: 'Until I end it',
  pause: 'Pause',
  keep: 'Leave it as it is',
  personPaused: (name: string) => `${name} is paused.`,
  personMuted: (name: string) => `${name} is muted.`,

  offerTitle: (name: string) => `Offer ${name} a truce?`,
  offerText: (name: string) =>
    `A truce holds only if you both want it. ${name} is asked here, and reads who offers what and for how long, nothing else. You hear of a yes. If there is none within a day, the offer is gone, and we never say why.`,
  where: 'Where it holds',
  everywhere: 'Everywhere',
  everywhereHint:
    'You leave each other’s home and inbox, and neither can answer or mention the other. You still follow each other.',
  here: 'In this conversation',
  hereHint:
    'You both stop replying in it. The others go on. If the conversation began here, its first post tells other servers that you two do not reply in it.',
  days: (n: number) => (n === 1 ? 'A day' : `${n} days`),
  offer: 'Offer it',
  offered: 'It is offered. By this time tomorrow you know whether it holds.',

  toYou: 'Offered to you',
  toYouTruce: (days: string) => `offers you a truce: ${days} in which neither of you sees or answers the other.`,
  toYouLock: (days: string) =>
    `offers that you both stop replying in one conversation: ${days}. The others go on. If it began here, its first post tells other servers that you two do not reply in it.`,
  gone: 'If you say nothing, the offer is gone',
  accept: 'Yes, let us rest',
  acceptName: (name: string) => `Yes, let us rest: ${name}`,
  decline: 'No',
  declineName: (name: string) => `No: ${name}`,
  declineHint: 'A no is never shown. For them it is as if you had not looked.',
  accepted: 'It holds from now on.',
  declined: 'The offer is gone. They are not told.',

  agreed: 'Truces',
  truceWith: (name: string) => `A truce with ${name}`,
  lockWith: (name: string) => `You and ${name} do not reply in one conversation`,
  offeredTruce: (name: string) => `You offered ${name} a truce`,
  offeredLock: (name: string) => `You offered ${name} that you both stop replying in one conversation`,
  until: 'Until',
  waits: 'It is open until',
  notTakenUp: 'It did not come about. We never say why. You can still pause them by yourself.',
  takeBack: 'Take back',
  takenBack: 'The offer is taken back.',
  end: 'End it',
  endOf: (what: string) => `End it: ${what}`,
  endTitle: 'End this?',
  endText: 'It ends for both of you at once. Both of you are told in the same words, and nobody is asked for a reason.',
  endYes: 'End it',
  endedBoth: 'It has ended for both of you.',

  people: 'People',
  blocked: 'Blocked',
  unblock: 'Unblock',
  threads: 'Conversations',
  threadBy: (name: string) => `A conversation with ${name}`,
  threadGone: 'A conversation that is not here any more',
  endless2: 'Until you end it',
  read: 'Read it',
  personGoesOn: (name: string) => `${name} is no longer muted.`,

  choices: 'What you choose',
  offers: 'People may offer me truces and locks',
  offersHint: 'If not, offers run out by themselves. Nobody can tell.',
  extend: 'My blocks reach further accounts of the same person',
  extendHint:
    'Accounts that they declare theirs, and the one you report for getting round a block, once moderators found that it does.',
  say: 'Say so when two of us go back and forth a lot',
  sayHint:
    'One line while you write a reply. This browser works it out from who answered whom and when, never from words. Nothing of it is sent or kept anywhere else.',
  whatTitle: 'What a truce is',
  what: 'Two people agree to leave each other alone for a time. Nobody is unfollowed, nobody else is told, and either can end it at any moment.',
  evidenceTitle: 'If it is more than a quarrel',
  evidence: 'You can keep posts for yourself before they are deleted.',
  evidenceLink: 'What you kept',
} as const
