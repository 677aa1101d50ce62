import { formatNumber, plural } from '../../../shared/text/figures.ts'

/** What goes through the walls of a mediation: asking for it, agreeing to it, and the log of it. */
export const exceptions = {
  title: 'Exceptions',
  lede: 'Nobody but those in a mediation reads what is said there. What goes through that wall takes two people and a reason, stands here for a year, and those it concerns are told.',
  loading: 'Loading the log',
  log: 'The log',
  none: 'Nothing went through the walls.',
  kinds: {
    break_glass: 'To open a room',
    legal_hold: 'To keep a case because the law demands it',
    lift_hold: 'To end a legal hold',
    danger: 'Danger to a life',
  },
  kindHints: {
    break_glass: 'You two can read it for a day. Both sides are told at once, with your reason.',
    legal_hold: 'Nothing of it is deleted until two of you end that. Both sides read that it is so.',
    lift_hold: 'What is past its time is deleted then.',
  },
  forCase: (name: string) => `Case “${name}”`,
  askedBy: (name: string) => `Asked by ${name}.`,
  agreedBy: (names: string) => `Agreed by ${names}.`,
  waits: 'Waits for a second person, until',
  holds: 'Since',
  reads: (n: number) => `Read ${formatNumber(n)} ${plural(n, 'time', 'times')}.`,
  silent: 'Those it concerns were not told.',
  agree: 'Agree',
  agreed: 'You agreed.',
  read: 'Read the room',
  readClose: 'Close the room',
  ask: 'Ask for an exception',
  what: 'What',
  which: 'Which case',
  whichHint:
    'The two words it is called by, or the number in the address of its page. One of those in it can tell you.',
  reason: 'Why',
  reasonHint: 'A second admin reads it, and so do both sides.',
  law: 'The law forbids that both sides are told',
  send: 'Ask a second admin',
  sent: 'A second admin was asked.',
  notDone: 'That did not work.',
  streams: {
    caucus_a: 'Who asked, with the mediator',
    caucus_b: 'Who was asked, with the mediator',
    joint: 'All of them',
    notes: '',
  },
  somebody: 'somebody who is no longer here',

  rests: 'Let a talk rest',
  restsHint:
    'To both sides it is a pause like any other. It ends when one of you ends it. After 30 days the talk ends. You see nothing of what is said.',
  rest: 'Let it rest',
  goOn: 'Let it go on',
  until: 'until',
  isResting: 'It rests now.',
  goesOn: 'It goes on now.',
} as const
