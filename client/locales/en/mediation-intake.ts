import type { MediationHope, MediationMode, MediationTrack } from '../../../shared/api/mediation.ts'
import { plural } from '../../../shared/text/figures.ts'

const hopes: Record<MediationHope, string> = {
  understood: 'To be understood',
  apology: 'An apology',
  correction: 'A correction',
  leave_alone: 'To leave each other alone',
  how_to_argue: 'To agree how we argue',
  other: 'Something else',
}

const tracks: Record<MediationTrack, string> = { message: 'One message', mediation: 'A mediation' }
const trackHints: Record<MediationTrack, string> = {
  message: 'A mediator helps you write one message and carries it. They may answer once. It ends after seven days.',
  mediation: 'A mediator talks with each of you for some weeks, and helps you find what you can both live with.',
}
const modes: Record<MediationMode, string> = { shuttle: 'Each alone with the mediator', joint: 'All three in one room' }
const modeHints: Record<MediationMode, string> = {
  shuttle: 'The usual way. Nothing crosses unless you agree to the exact words.',
  joint: 'Only if both of you want it. Either can go back at any time.',
}

/** Asking for a mediator, step by step. */
export const intake = {
  title: 'Ask a mediator',
  steps: 'Asking, in five parts',
  parts: ['Who', 'Safety', 'Your side', 'How', 'Last look'],
  stepDone: ', done',
  loading: 'Loading',
  goOn: 'Go on',
  back: 'Back',
  notKept: 'Not kept yet.',
  keptHint: 'It takes about three minutes. Your draft is locked, and goes after seven days. They are told nothing yet.',
  optional: '(may stay empty)',

  noOne: 'Who is it about?',
  noOneText: 'Open the menu of a post or of a profile, and choose “Ask a mediator” there.',
  noOneLink: 'How it works',
  whoTitle: (name: string) => `You and ${name}`,
  whoLede: 'Pick the posts that it is about. You can also go on without any.',
  posts: 'Posts',
  postsHint: (most: number) => `Up to ${most}. The mediator reads them.`,
  tooManyPosts: (most: number) => `Pick ${most} posts at most.`,
  farAway:
    'They are on another server. They get one short message there that names nobody. The team of their server can read it. What is said in the talk stays here.',
  noPosts: 'There are no posts here to pick. You can go on without.',
  noWords: 'a post without words',
  byYou: 'You,',
  byThem: (name: string) => `${name},`,
  bystander: 'Are you not part of it?',
  bystanderText: 'Then let the team know. Nobody in the thread is told, and nobody learns that it was you.',
  tell: 'Let mediators know about this thread',
  told: 'The team will have a look. Nobody in the thread is told.',

  safetyTitle: 'First, your safety',
  safetyLede:
    'Some things should not be talked through. We ask both sides the same ten questions, each alone. They never learn what you answer.',
  checkTitle: 'One thing is not clear to us',
  checkLede:
    'May someone of the team look at the answers that are not clear? They see those answers and nothing else. The mediator and the other side never do. Without this we cannot go on.',
  checkYes: 'Yes, they may look at it',
  checkNo: 'No, I would rather not',

  storyTitle: 'What happened, from where you stood?',
  storyLede: 'A few plain lines are enough. Only the mediator reads them, and never the other side.',
  story: 'What happened',
  storyHint: (left: number) => `${left} characters left.`,
  hopesTitle: 'What do you hope for?',
  hopesLede: 'Pick what fits. If they ask who wrote and about what, they see this too, and nothing else of yours.',
  hopes,
  wayTitle: 'How would you like to do it?',
  wayLede: 'You can move from one to the other later on, if both want to.',
  track: 'What you ask for',
  tracks,
  trackHints,
  mode: 'Where you talk',
  modes,
  modeHints,
  timesTitle: 'When, and in which language?',
  timesLede: 'So that we find a mediator who is around when you are.',
  peopleTitle: 'Who should help, and who should not?',
  peopleLede: 'All of this may stay empty. Nobody you name here is told.',
  trusted: 'Someone you would trust as a mediator',
  trustedHint: 'They need not be of the team. The other side has to agree.',
  unwanted: 'Someone who must not mediate',
  unwantedHint: 'You need not say why. They never learn of it.',
  support: 'Someone to sit beside you',
  supportHint: 'They read what you read, and cannot write.',
  careTitle: 'Is there something we should take care of?',
  careLede: 'All of this may stay empty.',
  needs: 'What you need to take part well',
  needsHint: 'Such as more time, short texts, or no late evenings.',
  warnings: 'What the mediator should be warned of before reading',
  warningsHint: 'Such as violence or loss.',
  reported: 'I have reported this already',
  reportedHint: 'You may do both. The mediator does not see a report.',

  lookTitle: 'A last look',
  lookLede: 'If all is right, ask. You can take it back at any time, with one press.',
  withWhom: 'With whom',
  postCount: (n: number) => `${n} ${plural(n, 'post', 'posts')}`,
  hoped: 'What you hope for',
  way: 'How',
  times: 'When',
  timeCount: (n: number) => `${n} ${plural(n, 'time', 'times')} of the week`,
  nothing: 'nothing',
  change: 'Change',
  keptTitle: 'What is kept, and for how long',
  keptLines: [
    'Your answers about safety: until it is clear how it goes on, and two days more.',
    'What you wrote here, if nothing comes of it: 14 days.',
    'What is said in the room: until 30 days after the end. Both of you can make it 0 or 90.',
    'What you agree on: 180 days. You can drop your copy at any time.',
    'After that its key is destroyed, and nobody can read it, not from an old copy either.',
    'The mediator reads it. The team does not. Whoever runs the machine itself could.',
  ],
  controller: (who: string) => `Those who answer for it: ${who}`,
  consent: 'I agree that this is kept and read as it says above',
  consentHint: 'It may show what you believe in, and the law asks us to ask you. You can take this back at any time.',
  consentNeeded: 'Without this we may not keep what you wrote.',
  send: 'Ask for a mediator',
  notSent: 'Not sent.',
} as const
