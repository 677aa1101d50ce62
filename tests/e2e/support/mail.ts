import { expect } from 'playwright/test'
import { type MailServer, startMailServer } from '../../support/smtp.ts'
import { test as base, type Community, type Mail } from './community.ts'

/** Playwright's test, with a community that is open to all and mails through a server which we watch. */
export const test = base.extend<object, { mailServer: MailServer }>({
  mailServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const server = await startMailServer()
      server.answer(answerByDomain)
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  settings: [
    async ({ mailServer }, use) => use({ REGISTRATIONS: 'open', SMTP_URL: mailServer.url }),
    { scope: 'worker' },
  ],
})

/** Whoever lives at `refuses.example` or `later.example` gets no mail, or none yet. */
function answerByDomain(recipient: string): string {
  if (recipient.endsWith('@refuses.example')) return '550 5.7.1 We take no mail from your network'
  if (recipient.endsWith('@later.example')) return '451 4.7.1 Come back in a while'
  return '250 2.1.5 ok'
}

/** The newest mail to somebody, once there is one. */
export async function newestMail(community: Community, to: string): Promise<Mail> {
  let mails: Mail[] = []
  const count = async () => {
    mails = await community.mails(to)
    return mails.length
  }
  await expect.poll(count, `a mail to ${to}`).toBeGreaterThan(0)
  const [newest] = mails
  if (!newest) throw new Error(`no mail to ${to}`)
  return newest
}

/** The newest link that was mailed to somebody and leads to `page`. */
export async function mailedLink(community: Community, to: string, page: '/confirm' | '/reset'): Promise<string> {
  const { links } = await newestMail(community, to)
  const link = links.find((one) => new URL(one).pathname === page)
  if (!link) throw new Error(`no link to ${page} was mailed to ${to}`)
  return link
}
