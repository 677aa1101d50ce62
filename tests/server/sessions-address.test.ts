import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../support/masto.ts'
import { newBrowser } from '../support/second-step.ts'
import { PASSWORD, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

type Sent = { to: string; subject: string; text: string }
const mails = (): Sent[] =>
  (server.ctx.db.prepare('SELECT recipient, content FROM mails ORDER BY id').all() as Record<string, Buffer>[]).map(
    ({ recipient, content }) => ({
      to: server.ctx.vault.open(recipient as Buffer),
      ...JSON.parse(server.ctx.vault.open(content as Buffer)),
    }),
  )
const linkIn = (mail: Sent | undefined) => /#([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
const confirm = (token: string) => newBrowser(server).post('/auth/address/confirm', { token })
const logIn = (login: string) => newBrowser(server).post('/auth/session', { login, password: PASSWORD })

test('another address counts once its link was opened, and the old one is told twice', async () => {
  const [ann] = await cast(server, 'ann')
  const [old, next] = [`${ann.username}@mail.example`, `${ann.username}.new@mail.example`]
  expect((await ann.browser.post('/auth/address', { email: next, password: 'guess' })).status).toBe(422)
  const bad = await ann.browser.post('/auth/address', { email: 'nonsense', password: PASSWORD })
  expect(Object.keys(bad.body.details)).toEqual(['email'])
  const asked = await ann.browser.post('/auth/address', { email: next, password: PASSWORD })
  expect(asked.body).toEqual({ email: old, waiting: next })
  expect((await logIn(next)).status).toBe(401)
  const token = linkIn(mails().find(({ to }) => to === next))
  expect((await confirm('wrong')).status).toBe(410)
  expect((await confirm(token)).status).toBe(200)
  expect((await confirm(token)).status).toBe(410)
  expect([(await logIn(next)).status, (await logIn(old)).status]).toEqual([200, 401])
  const told = mails().filter(({ to }) => to === old)
  expect(told.map(({ subject }) => subject)).toEqual([
    expect.stringContaining('was asked for'),
    expect.stringContaining('was changed'),
  ])
  for (const { text } of told) expect(text).not.toContain(next)
})

test('an address that somebody has is asked for with the same answer, and never taken', async () => {
  const [ann, ben] = await cast(server, 'ann', 'ben')
  const theirs = `${ben.username}@mail.example`
  const before = mails().filter(({ to }) => to === theirs).length
  const asked = await ann.browser.post('/auth/address', { email: theirs, password: PASSWORD })
  expect([asked.status, asked.body.waiting]).toEqual([200, theirs])
  expect(mails().filter(({ to }) => to === theirs)).toHaveLength(before)
})

test('a change that waits dies with the password, with time, and by taking it back', async () => {
  const [ann, ben, cay] = await cast(server, 'ann', 'ben', 'cay')
  const ask = async (person: typeof ann) => {
    const email = `${person.username}.next@mail.example`
    await person.browser.post('/auth/address', { email, password: PASSWORD })
    return linkIn(mails().find(({ to }) => to === email))
  }
  const [first, second, third] = [await ask(ann), await ask(ben), await ask(cay)]
  await ann.browser.post('/auth/password/change', { current: PASSWORD, password: 'another lantern, elsewhere' })
  expect((await confirm(first)).status).toBe(410)
  expect((await ben.browser.delete('/auth/address')).body.waiting).toBeNull()
  expect((await confirm(second)).status).toBe(410)
  await server.advance('P3D')
  expect((await confirm(third)).status).toBe(410)
  expect((await ben.api.get('/auth/address')).status).toBe(403)
})
