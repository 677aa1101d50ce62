type What = 'code_app' | 'passkey' | 'recovery_codes'

const added: Record<What, string> = {
  code_app: 'an app that shows codes was added',
  passkey: 'a passkey was added',
  recovery_codes: 'new recovery codes were made; the ones of before open nothing any more',
}
const removed: Record<What, string> = {
  code_app: 'the app that shows codes was removed',
  passkey: 'a passkey was removed',
  recovery_codes: 'the recovery codes were removed',
}

/** What changed about how somebody logs in. */
export type Change = { what: What; way: 'added' | 'removed' }

/** To a member whose way to log in changed, in case somebody else did it. Nothing in it opens anything. */
export const secondStepLetter = (community: string, name: string, { what, way }: Change, page: string) => ({
  subject: `How you log in at ${community} was changed`,
  text: `Hello ${name},

for your account at ${community}, ${way === 'added' ? added[what] : removed[what]} just now.

If it was you, all is well. If it was not, change your password at once, and write to the people who run ${community}:

${page}

${community}
`,
})
