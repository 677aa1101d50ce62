/** Complaints about those who run the community, for who makes them and for stewards. */
export const complaints = {
  title: 'Complain about an admin',
  lede: 'A steward reads it: somebody whom the community chose to watch over those who run it.',
  who: 'The admin does not see it, and neither do moderators or other admins. The steward is told who you are, and nobody else.',
  host: 'Whoever runs the computer itself could get round that. If it is about them, speak to a steward elsewhere too.',
  urgent:
    'Is somebody in danger, or was a rule broken in a post? Report the post as well: then moderators can act at once.',
  vacant: 'Nobody is a steward now who could answer. What you write waits until the community has one.',
  nobody: 'There is nobody here about whom you could complain in this way.',
  about: 'Who it is about',
  text: 'What happened',
  textHint:
    'What they did, when, and what you would like to come of it. Up to 2,000 characters. Add the links of posts if you have some.',
  send: 'Send it to the stewards',
  sent: 'It is with the stewards.',
  notSent: 'Not sent.',
  own: 'Your complaints',
  answeredBy: 'A steward answers by',
  waits: 'It waits: there is no steward who could answer it.',
  loading: 'Loading the complaints',
  link: 'Complain about an admin',
  linkText: 'Is it about how an admin uses their power? A steward looks at that, and no admin or moderator sees it.',
  outcomes: {
    nothing: 'The steward finds nothing to be done.',
    spoken: 'The steward speaks with them about it.',
    community: 'The steward brings it before the community.',
  },

  stewardLede:
    'What members say about those who run the community. You see none about yourself. Nobody else of the team sees any.',
  none: 'There are none.',
  from: 'From',
  aboutWhom: 'about',
  answerBy: 'Answer by',
  answered: 'Answered:',
  answer: 'Your answer',
  outcome: 'What comes of it',
  answerText: 'What you say to them',
  answerHint: 'Only who complained reads this. Do not tell others who it was unless they want it.',
  sendAnswer: 'Send the answer',
  answerSent: 'The answer is on its way.',
} as const
