import type { Letter } from '../../core/mail/send.ts'

/** To every member: the rules will change. It names nobody, as it passes through other people's servers. */
export const announcedLetter = (community: string, on: string, why: string, link: string): Letter => ({
  subject: `The rules of ${community} will change`,
  text: `Hello,

the rules of ${community} will change on ${on}. Why:

${why}

Read what changes, word by word, and say what you think of it:
${link}

There is nothing to do today. After that day you have 30 days to accept the new rules. You can go on reading, and leave, without accepting them.

${community}
`,
})

/** To every member: a rule was changed at once. */
export const emergencyLetter = (community: string, why: string, link: string): Letter => ({
  subject: `A rule of ${community} was changed at once`,
  text: `Hello,

a rule of ${community} was changed at once, to keep people safe. Why:

${why}

Read what changed, word by word:
${link}

A second person has to confirm it within three days, or the old rules hold again. You have 30 days to accept it.

${community}
`,
})
