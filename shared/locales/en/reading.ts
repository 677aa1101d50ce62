/** What is read without an account, and what stands beside it. */
export const reading = {
  about: (name: string) => `About ${name}`,
  aboutLink: 'What this is, and who runs it',
  visitor: 'Reading along',
  visitorText: 'You can read public posts without an account. To follow people, reply and write, join us.',
  logIn: 'Log in',
  join: 'Join',
  local: 'Everyone here',
  emptyLocal: 'Nobody has written in public yet',
  emptyLocalText: 'The first public post will stand here.',
} as const
