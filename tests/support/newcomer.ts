import { randomUUID } from 'node:crypto'
import { emailHash } from '../../server/core/mail/address.ts'
import { mailsTo } from '../../server/core/mail/queries.ts'
import { presentMail } from '../../server/features/mail/present.ts'
import { type Client, createClient } from './client.ts'
import type { TestServer } from './server.ts'

/** The password that newcomers in tests choose. */
export const CHOSEN = 'seven quiet herons at dawn'

/** A browser of nobody yet, on our own page. */
export const newBrowser = (server: TestServer): Client => createClient(server.url, { origin: server.url })

/** A sign-up that holds, with changes; every ground rule of the preset is agreed to. */
export const signUpForm = (username: string, changes: Record<string, unknown> = {}) => ({
  username,
  email: `${username}@mail.example`,
  password: CHOSEN,
  adult: true,
  locale: 'en',
  rules: { version: 1, locale: 'en', acknowledged: ['1', '2', '3', '4', '5', '6', '7'] },
  reason: 'I want to read with others.',
  form_id: randomUUID(),
  ...changes,
})

/** Lets the jobs that are due run, mails among them. */
export const settle = (server: TestServer) => server.advance('PT1S')

/** Lets days go by at one go: what runs every hour runs once at their end. */
export async function later(server: TestServer, days: number): Promise<void> {
  server.ctx.clock.moveTo(server.ctx.now() + days * 86_400_000)
  await settle(server)
}

/** The mails to an address, newest first, as the operator reads them; waits for none. */
export const mailsOf = (server: TestServer, to: string) =>
  mailsTo(server.ctx.db, { hash: emailHash(server.ctx, to), limit: 50 }).map((mail) => presentMail(server.ctx, mail))

/** Whether two things take about as long: the shortest of several, since what else the machine does only ever adds. */
export async function takeAsLong(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<boolean> {
  const time = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  const [first, second] = [[await time(one)], [await time(other)]]
  const alike = () => Math.max(Math.min(...first), Math.min(...second)) < 2 * Math.min(...first, ...second)
  for (let round = 0; round < 7 || (round < 40 && !alike()); round += 1) {
    first.push(await time(one))
    second.push(await time(other))
  }
  return alike()
}

/** The secret of the newest link in the mails to an address that leads to `page`. */
export function secretFor(server: TestServer, to: string, page: string): string {
  const links = mailsOf(server, to).flatMap((mail) => mail.links)
  const link = links.find((one) => new URL(one).pathname === page)
  if (!link) throw new Error(`no link to ${page} was mailed`)
  return new URL(link).hash.slice(1)
}

/** Signs somebody up and opens the link in the mail, all in one browser. */
export async function join(
  server: TestServer,
  username: string,
  changes: Record<string, unknown> = {},
): Promise<Client> {
  const browser = newBrowser(server)
  const form = signUpForm(username, changes)
  const { status, text } = await browser.post('/auth/sign-up', form)
  if (status !== 200) throw new Error(text)
  await browser.post('/auth/confirm', { token: secretFor(server, form.email, '/confirm') })
  return browser
}
