/** What somebody is asked whom an account may mock, and whom moderators asked. */
export const mocked = {
  title: 'What would you like?',
  lede: 'Moderators look at an account that may make fun of you. They would rather ask than guess. Only moderators read what you say, and you can say otherwise until it is decided.',
  loading: 'Loading',
  empty: 'Nobody asks you anything',
  emptyText: 'Where moderators asked you about an account before, that is decided by now.',
  asked: 'Asked',
  proceed: 'Yes, deal with it',
  leave: 'No, leave it alone',
  said: { proceed: 'You said: deal with it.', leave: 'You said: leave it alone.' },
  notDone: 'That did not work.',
  teamTitle: 'Whom it mocks',
  teamText:
    'They are asked before two decide, have a week to answer, and a no is heeded. Those in power, firms and institutions are fair game.',
  teamSaid: {
    proceed: 'wants that it is dealt with',
    leave: 'wants that it is left alone',
    none: 'has not answered yet',
  },
  teamWho: 'Who is it?',
  teamWhoHint: 'The name of a member, such as @ann.',
  teamWhoBlank: 'Write the name of a member.',
  teamAsk: 'Ask them',
  choices:
    'If you say no, the account stays as it is. If you say yes, two moderators decide. If you say nothing for a week, they may decide without you. You can also block the account on its profile.',
  nobody: 'It mocks nobody of ours who could be asked',
} as const
