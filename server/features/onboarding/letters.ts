/** To a newcomer: open the link, and the address is confirmed. */
export const confirmLetter = (community: string, name: string, link: string, code: string) => ({
  subject: `Confirm your address for ${community}`,
  text: `Hello ${name},

someone signed up at ${community} with this mail address. If it was you, open this link to confirm it:

${link}

The link works once, for two days. If it does not open, ask to be confirmed by hand and give this code: ${code}.

If this was not you, there is nothing to do. Without the link no account is made.

${community}
`,
})

/** To a member whose address somebody typed at sign-up; the page they saw said nothing of it. */
export const knownAddressLetter = (community: string, logInLink: string, resetLink: string) => ({
  subject: `You already have an account at ${community}`,
  text: `Hello,

someone signed up at ${community} with this mail address. An account with it is there already, so no second one is made.

If it was you, log in here:
${logInLink}

If you do not know your password any more, take a new one here:
${resetLink}

If it was not you, there is nothing to do. Whoever it was has not learned that you have an account.

${community}
`,
})
