import type { MediationFigures } from '../../../shared/api/mediation-team.ts'

/** One way through a disagreement. */
interface Track {
  id: string
  title: string
  text: string
  points: readonly string[]
  link: { href: string; text: string } | undefined
}

const tracks: readonly Track[] = [
  {
    id: 'pause',
    title: 'A pause',
    text: 'Nobody else has a part in it, and it works at once.',
    points: [
      'Mute a thread, or a person for some days. They are not told.',
      'Offer a truce: for a time neither of you sees or answers the other.',
      'Agree that both of you stop in one thread. The others go on.',
    ],
    link: { href: '/pauses', text: 'See your pauses' },
  },
  {
    id: 'message',
    title: 'One message',
    text: 'A mediator helps you write one message and carries it.',
    points: [
      'They may answer once, or not at all, or ask for a mediation.',
      'You never write to each other. It ends after seven days.',
    ],
    link: { href: '#ask', text: 'Ask a mediator' },
  },
  {
    id: 'mediation',
    title: 'A mediation',
    text: 'A mediator talks with each of you, as a rule for three weeks.',
    points: [
      'Both of you choose the mediator, in secret. Nobody is given one.',
      'The mediator asks and carries, and never decides who is right.',
      'Nothing crosses to the other side unless you agree to the exact words.',
      'If you agree on something, you write it down, and each does their own part.',
    ],
    link: { href: '#ask', text: 'Ask a mediator' },
  },
]

const figures: Record<Exclude<keyof MediationFigures, 'year'>, string> = {
  asked: 'asked',
  went_ahead: 'went ahead',
  agreed: 'agreed',
  median_days: 'days, as a rule',
  mediators: 'mediators',
}

/** The page about disagreements. */
export const help = {
  title: 'When you do not agree',
  lede: 'People argue, and that is fine. There are three ways to go on when it hurts. Each is your choice, and you can stop at any time.',
  tracks,
  askTitle: 'Ask a mediator',
  ask: 'The short way is the menu of a post or of a profile. You can also say here who it is.',
  who: 'Who do you not agree with?',
  elsewhereTitle: 'Do you live on another server?',
  elsewhere: 'You can ask a mediator here too, as a guest. You need no account with us.',
  elsewhereLink: 'I live on another server and have a disagreement with somebody here',
  promisesTitle: 'What we promise',
  promises: [
    'Nobody has to take part. A no has no effect, and nobody is told of it.',
    'The other side hears nothing of you before they have said yes.',
    'Either of you, and the mediator, can end it with one press and no reason.',
    'What is said in the room is locked with a key of its own. The key is destroyed 30 days after the end.',
    'What is said in the room is no proof in a report, except for new threats made there.',
    'Your blocks and mutes stay as they are.',
  ],
  figuresTitle: 'Past years',
  figuresHint: 'Small numbers are not told, and the others are rounded, so that nobody can be made out.',
  figures,
  harmTitle: 'Is it harm, and no disagreement?',
  harm: 'Threats, stalking, hate or private details are not for a mediator. You should not have to talk about them with whoever does it. Tell the team. If you ask a mediator by mistake, we notice, and show you the way.',
} as const
