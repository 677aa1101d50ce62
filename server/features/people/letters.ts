/** To an applicant: yes. */
export const approvedLetter = (community: string, name: string, homeLink: string) => ({
  subject: `Welcome to ${community}`,
  text: `Hello ${name},

your application to ${community} was read and accepted. You can log in and write:

${homeLink}

${community}
`,
})

/** To an applicant: no, and what becomes of what they wrote. */
export const refusedLetter = (community: string, name: string, contact: string | null) => ({
  subject: `Your application to ${community}`,
  text: `Hello ${name},

your application to ${community} was read, and it was not accepted this time. Your account is deleted now, and your answer in 14 days.

${contact ? `You may ask why, or what would change it: ${contact}` : 'You can read public posts without an account.'}

${community}
`,
})
