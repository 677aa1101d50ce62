/** What somebody of another server gets: one message that names nobody, quotes nothing and gives no reason. */
export const mediationNoteTexts = {
  name: (community: string) => `Mediation at ${community}`,
  summary:
    'This account writes to people of other servers when somebody here asks for a talk with a mediator. It writes once and never again. You can answer with NO or STOP.',
  /** The lines of the one message; `link` stands on a line of its own. */
  before: (community: string) => [
    `Hello. Somebody at ${community} would like to talk something over with you, with the help of a mediator. It is up to you. If you say no, they are not told, and it has no effect for you.`,
    'Who it is and what it is about stand on this page. You show there that you are you:',
  ],
  after: [
    'Answer NO and that is the end of it. Answer STOP and nobody from here can ask you again.',
    'This is the only message that you get about this. The people who run your server can read it.',
  ],
} as const
