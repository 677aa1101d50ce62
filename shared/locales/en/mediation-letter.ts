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
