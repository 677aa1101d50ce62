/** To a member who asked for their account to be deleted. */
export const leavingLetter = (community: string, name: string, day: string, page: string) => ({
  subject: `Your account at ${community} will be deleted`,
  text: `Hello ${name},

you asked for your account at ${community} to be deleted. Nobody sees it, or what you wrote, from now on. On ${day} it is deleted for good, with all posts and pictures.

Until then, logging in brings everything back:

${page}

If it was not you who asked, log in and change your password at once, and write to the people who run ${community}.

${community}
`,
})

/** To a member who wanted to leave and logged in again. */
export const backLetter = (community: string, name: string, forgotLink: string) => ({
  subject: `Your account at ${community} stays`,
  text: `Hello ${name},

you asked for your account at ${community} to be deleted, and logged in again just now. So it is not deleted: others see you and what you wrote again.

If you still want to leave, ask for it once more in your settings. If it was not you who logged in, take a new password at once:

${forgotLink}

${community}
`,
})
