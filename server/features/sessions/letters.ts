/** To a member who asked for a new password. */
export const resetLetter = (community: string, name: string, link: string) => ({
  subject: `A new password for ${community}`,
  text: `Hello ${name},

someone asked for a new password for your account at ${community}. If it was you, open this link and choose one:

${link}

The link works once, for two hours. You are then logged out everywhere else.

If this was not you, there is nothing to do. Your password stays as it is.

${community}
`,
})

/** To a member whose password was changed, in case somebody else did it. */
export const changedLetter = (community: string, name: string, forgotLink: string) => ({
  subject: `Your password at ${community} was changed`,
  text: `Hello ${name},

the password of your account at ${community} was changed just now, and every other browser and program was logged out.

If it was you, all is well. If it was not, take a new password at once, and write to the people who run ${community}:

${forgotLink}

${community}
`,
})
