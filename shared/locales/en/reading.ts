/** Beside what is read, for people without an account. */
export const reading = {
  about: (name: string) => `About ${name}`,
  aboutLink: 'What this is, and who runs it',
  visitor: 'Reading along',
  visitorText: 'You can read public posts without an account. To follow people, reply and write, join us.',
  logIn: 'Log in',
  join: 'Join',
} as const
