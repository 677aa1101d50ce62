/** Accepting the rules once more, and addresses that lead nowhere. */
export const rules = {
  title: 'The rules',
  heading: (n: number) => `Before you go on: ${n === 1 ? 'one rule' : `${n} rules`}`,
  lede: 'These are the rules in force here. Take each one by itself, as everybody did who joined.',
  loading: 'Loading the rules',
  accept: 'Go on',
  notKept: 'Not kept.',
  out: 'Log out',
  thanks: 'Thank you. It is kept.',
  notFound: 'Nothing stands here',
  notFoundText: 'The address may be mistyped, or what stood here was deleted by whoever wrote it.',
  notFoundHome: 'Go to the beginning',
  notFoundRead: 'See what people here write',
} as const
