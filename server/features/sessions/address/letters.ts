/** To the new address of a member, which counts once its link was opened. */
export const confirmAddressLetter = (community: string, name: string, link: string) => ({
  subject: `Is this your address at ${community}?`,
  text: `Hello ${name},

someone wants this to be the mail address of the account ${name} at ${community}. If it was you, open this link:

${link}

It works once, for two days. Until then nothing changes. If this was not you, there is nothing to do.

${community}
`,
})

/** To the old address, which is told of the wish and again when it is done; the new one is not named. */
export const addressLeavingLetter = (community: string, name: string, done: boolean, page: string) => ({
  subject: done ? `Your address at ${community} was changed` : `Another address was asked for at ${community}`,
  text: `Hello ${name},

${done ? 'the mail address of your account' : 'somebody who knows your password asked for another mail address for your account'} at ${community}${done ? ' is another one from now on. This is the last mail to this address.' : '. It counts once a mail to the new address was answered.'}

If it was you, all is well. If it was not, change your password at once, and write to the people who run ${community}:

${page}

${community}
`,
})
