/** An invitation, and saying yes to it. */
export const invitation = {
  loading: 'Loading the invitation',
  next: 'answer, or leave it lying.',
  gone: 'This invitation is answered, or its time is over. There is nothing to do.',
  kicker: 'An invitation',
  title: 'Someone asked a mediator for help with a disagreement with you',
  facts: [
    'You may say no. It has no effect on you, and they are not told.',
    'You would talk with the mediator, and not with them, unless you choose to.',
    'You can also leave it lying. After the day above it is gone.',
  ],
  fromTitle: 'Who asks, and about what',
  hopes: 'They hope for:',
  answerTitle: 'Your answer',
  thanks: 'Thank you. They are not told.',
  reportTitle: 'Is it something else?',
  report: 'If they harm you, you should not have to talk about it with them. They are told nothing.',
  reportButton: 'This isn’t a disagreement, I want to report',

  steps: 'Saying yes, in three parts',
  stepNames: ['What is kept', 'Safety', 'When'],
  consentTitle: 'Before anything is asked of you',
  safetyLede:
    'Some things should not be talked through. We ask both sides the same ten questions, each alone. They never learn what you answer.',
  backToIt: 'Back to the invitation',
  sayYes: 'Say yes',
} as const
