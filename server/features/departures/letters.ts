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
