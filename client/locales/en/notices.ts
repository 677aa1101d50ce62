import type { NoticeKind } from '../../../shared/api/notices.ts'

/** What a notice says: its first bold words, the rest, and the word on the button that leads to the thing. */
interface NoticeWords {
  title: string
  text: string
  open: string
}

/** What the community says to one member; none of it names anybody. */
const kinds: Record<NoticeKind, NoticeWords> = {
  truce_offered: {
    title: 'Somebody offers you a truce.',
    text: 'For a time neither of you would see or answer the other. You need not say anything: after a day the offer is gone.',
    open: 'Look at the offer',
  },
  truce_began: {
    title: 'Your truce holds.',
    text: 'For as long as it holds, neither of you sees or answers the other. Nobody else is told.',
    open: 'Look at your pauses',
  },
  truce_ended: {
    title: 'A truce has ended.',
    text: 'This is a normal way for it to end. You both see each other again.',
    open: 'Look at your pauses',
  },
  lock_offered: {
    title: 'Somebody offers to stop replying, both of you, in one conversation.',
    text: 'The others there go on. You need not say anything: after a day the offer is gone.',
    open: 'Look at the offer',
  },
  lock_began: {
    title: 'You both stop replying in one conversation.',
    text: 'Reading stays as it is. Nobody else is told.',
    open: 'Look at your pauses',
  },
  lock_ended: {
    title: 'You can both reply in that conversation again.',
    text: 'Its lock has ended. This is a normal way for it to end.',
    open: 'Look at your pauses',
  },
  mediation: {
    title: 'Something waits for you.',
    text: 'It stands on a page of its own. Take your time.',
    open: 'Open it',
  },
  follows_severed: {
    title: 'A server was cut off, and follows of yours sleep.',
    text: 'You can read whom it concerns, and why it was decided. They come back by themselves when that ends.',
    open: 'See which',
  },
  follows_returned: {
    title: 'A server is no longer cut off.',
    text: 'The follows of yours that slept come back. Whoever you follow there is asked anew.',
    open: 'See your servers',
  },
  join_wave: {
    title: 'Many people joined at once.',
    text: 'From now on people come by invite only, until one of you lets everybody in again.',
    open: 'See who came',
  },
  not_posted: {
    title: 'A post was not posted when its time came.',
    text: 'It is kept, with the reason beside it.',
    open: 'Look at it',
  },
  mail_refused: {
    title: 'A mail provider refuses our mail.',
    text: 'Newcomers with an address there are told, and can ask to be confirmed by hand.',
    open: 'Look at the notice',
  },
  report_decided: {
    title: 'A report of yours was decided.',
    text: 'You find how it ended beside what you told us.',
    open: 'Read how it ended',
  },
  decision: {
    title: 'Moderators decided something about your account.',
    text: 'You find there what it is, why, and how to object.',
    open: 'Read the decision',
  },
  decision_over: {
    title: 'What moderators decided about you is over.',
    text: 'It was for a time, or somebody looked at it again and ended it. You need not do anything.',
    open: 'See what it was',
  },
  appeal_answered: {
    title: 'Your appeal was answered.',
    text: 'Somebody who had no part in the decision read it, and gives reasons.',
    open: 'Read the answer',
  },
  mocked_asked: {
    title: 'Moderators ask what you would like.',
    text: 'It is about an account that may make fun of you. Nothing happens by itself.',
    open: 'Read what they ask',
  },
  case_waits: {
    title: 'Something waits for moderators.',
    text: 'A report, an appeal, or something that needs a second person.',
    open: 'Open the case',
  },
  complaint_waits: {
    title: 'A complaint waits for a steward.',
    text: 'It is about one of those who run the community. Nobody else of them sees it.',
    open: 'Read it',
  },
  complaint_answered: {
    title: 'A steward answered your complaint.',
    text: 'You find the answer beside what you wrote.',
    open: 'Read the answer',
  },
  collection_asked: {
    title: 'May we show you to newcomers?',
    text: 'Those who run the community would like to put you into a collection of people to follow. Nobody sees it before you say yes.',
    open: 'Read which',
  },
  paper_due: {
    title: 'A paper of the community is due.',
    text: 'Its day to be looked at again has come: read whether it still holds, or write it anew.',
    open: 'See which',
  },
  disk_full: {
    title: 'The disk is nearly as full as you allow.',
    text: 'Nothing more can be deleted to make room: what is left is your members’ own, or they hold on to it. Allow more, if the disk has it.',
    open: 'See what uses it',
  },
  server_waits: {
    title: 'A server is to be cut off.',
    text: 'That takes two. You find there which, why, and since when.',
    open: 'Read what is proposed',
  },
}

/** The notices above the inbox. */
export const notices = {
  label: 'From the community',
  kinds,
  putAway: 'Put away',
  putAwayOne: (title: string) => `Put away: ${title}`,
  more: 'Show more',
  notDone: 'That did not work.',
} as const
