import type { MediationTriage } from '../../../shared/api/mediation.ts'
import { formatNumber, plural } from '../../../shared/text/figures.ts'

type Alert = MediationTriage['alerts'][number]['kind']

const alertTitles: Record<Alert, string> = {
  pile_on: 'A pile-on may be under way.',
  thread: 'Someone asks you to look at a thread.',
  no_mediators: 'Nobody has room.',
}
const alertTexts: Record<Alert, string> = {
  pile_on:
    'At least three people asked about one person in two weeks. All of their requests are held, and none of them is told.',
  thread: 'They read along, and have no part in it. Do not name them to anybody.',
  no_mediators: 'A request waits, and no mediator fits or is free. It is better to say so than to let people wait.',
}

/** The mediator's desk and the coordinators' page. */
export const desk = {
  loading: 'Loading',
  deskTitle: 'Your desk',
  deskLede: 'You ask and you carry. You never decide who is right.',
  offers: 'You are asked to mediate',
  noOffers: 'Nobody asks you at the moment.',
  cases: 'Your cases',
  noCases: 'You have no case.',
  load: (open: number, max: number) =>
    `You have ${formatNumber(open)} open ${plural(open, 'case', 'cases')}. You take up to ${formatNumber(max)}.`,
  handOver: 'You can hand a case over at any time, from its own page. No reason is needed.',
  cooling: 'You rest after a hard case.',
  coolingText: 'You are asked again from this day on:',
  you: 'You as a mediator',
  notYet: 'You have the role, and nobody can choose you yet. Say a few words about yourself first.',
  awayNow: 'You are away. Nobody is sent to you.',
  thereNow: 'You are there. You can be chosen while you have room.',
  goAway: 'I am away',
  comeBack: 'I am back',
  isAway: 'You are away now.',
  isBack: 'You are back.',
  volunteer: 'Begin as a mediator',
  change: 'Change what you say',
  stop: 'Stop being a mediator',
  save: 'Save',
  saved: 'Saved.',
  notSaved: 'Not saved.',
  cancel: 'Not now',
  approach: 'How you work, in one line',
  approachHint: 'Both sides read this when they choose.',
  maxOpen: 'How many cases at once',
  maxOpenHint: 'Two is a good number.',
  topics: 'What you do not take',
  closeTo: 'People you are close to',
  closeToHint: 'You share a home, a job or a group with them. You never get a case with them. Nobody sees this list.',
  trainee: 'I am still learning',
  together: 'I also mediate together with someone else',
  codeTitle: 'What every mediator here keeps to',
  code: [
    'Both sides decide for themselves. I push nobody to an end that suits me.',
    'I take no side. If I cannot, I say so and step back.',
    'I say what ties me to either of them before I begin.',
    'I pass on nothing that its author has not agreed to, word for word.',
    'I keep to myself what I read. I am no witness afterwards.',
    'If I fear for someone, I stop, and I show the way to help.',
  ],
  codeAccept: 'I keep to this',
  codeNeeded: 'Without this you cannot mediate here.',

  triageTitle: 'Coordinators',
  triageLede: 'Who waits, and who has room. You read what people ask for, and nothing of what is said in a room.',
  waiting: 'Waiting for a look',
  waitingHint: 'After two days a second one of you is asked. After four days we say that there was no room.',
  noneWaiting: 'Nobody waits.',
  alerts: 'To keep an eye on',
  noAlerts: 'All is calm.',
  alertTitles,
  alertTexts,
  thread: 'The thread',
  capacity: 'Who has room',
  mediators: 'mediators',
  awayCount: 'away',
  openCases: 'open cases',
  freePlaces: 'free places',
  complaints: 'Complaints',
  noComplaints: 'There are none.',
  answerBy: 'Answer by',
} as const
