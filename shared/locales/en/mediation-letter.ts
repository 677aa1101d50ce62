/** A mail to somebody who mediates: how much waits, and nothing of what. */
export const mediatorDigest = (community: string, link: string, n: number) => ({
  subject: `You have ${n === 1 ? 'a message' : 'messages'} on ${community}`,
  text: `Hello,

${n === 1 ? 'one thing waits' : `${n} things wait`} for you on ${community}. Log in to read more:

${link}

You can turn these mails off there. They come every other day at most.

${community}
`,
})

/** A mail that something waits. It says nothing of what, so that whoever reads over a shoulder learns nothing. */
export const mediationLetter = (community: string, link: string) => ({
  subject: `You have a message on ${community}`,
  text: `Hello,

you have a message on ${community}. Log in to read it:

${link}

You can turn these mails off there.

${community}
`,
})
