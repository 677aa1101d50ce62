/** Complaints about how a mediation was led. */
export const complaints = {
  title: 'Complaints',
  lede: 'What people say about how a mediation was led. You see those in which you have no part.',
  loading: 'Loading the complaints',
  none: 'There are none for you to answer.',
  own: 'Your complaints',
  answeredBy: 'Somebody without a part in it answers by',
  about: 'About',
  answerBy: 'Answer by',
  answer: 'Your answer',
  outcome: 'What comes of it',
  outcomes: {
    none: 'Words alone.',
    apology: 'An apology.',
    replacement: 'Another mediator.',
    pause: 'The mediator takes a rest.',
  },
  text: 'What you say to them',
  textHint: 'They read these words and what comes of it, and not who wrote them.',
  send: 'Send the answer',
  sent: 'The answer is on its way.',
  notSent: 'Not sent.',
} as const
