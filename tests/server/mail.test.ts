import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join as path } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { later, mailsOf, newBrowser, settle, signUpForm } from '../support/newcomer.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { type MailServer, startMailServer } from '../support/smtp.ts'

const outboxOf = (server: TestServer) => path(server.ctx.config.dataDir, 'outbox')

describe('with a mail server', () => {
  let server: TestServer
  let mail: MailServer
  const lines: string[] = []
  beforeAll(async () => {
    mail = await startMailServer()
    const log = { write: (line: string) => void lines.push(line) }
    server = await startServer({ REGISTRATIONS: 'open', SMTP_URL: mail.url }, undefined, log)
  })
  afterAll(async () => {
    await server.stop()
    await mail.stop()
  })

  const signUp = async (name: string) => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm(name))
    await settle(server)
    return async () => (await browser.get('/auth/sign-up')).body.mail
  }

  test('the newcomer sees that the mail was accepted, and it holds the link', async () => {
    const state = await signUp('taken')
    expect(await state()).toMatchObject({
      state: 'accepted',
      answer: '250 2.0.0 taken',
      attempts: 1,
      at: expect.stringMatching(/Z$/),
    })
    const sent = mail.taken.find(({ to }) => to === 'taken@mail.example')
    expect(sent?.data).toContain('Subject: Confirm your address for Left Community')
    expect(sent?.data).toContain('Auto-Submitted: auto-generated')
    expect(sent?.data).toMatch(/^From: Left Community <community@127\.0\.0\.1>/m)
    expect(sent?.data.replace(/=\r\n/g, '').replace(/=3D/g, '=')).toMatch(
      /http:\/\/127\.0\.0\.1:\d+\/confirm#[\w-]{43}/,
    )
    expect(sent?.data).not.toMatch(/<img|Content-Type: text\/html/i)
    expect(existsSync(outboxOf(server))).toBe(false)
  })

  test('a mail that is put off waits with the answer, and is accepted when it is tried again', async () => {
    mail.answer(() => '451 4.7.1 try again later')
    const state = await signUp('patient')
    expect(await state()).toMatchObject({ state: 'waiting', answer: '451 4.7.1 try again later', attempts: 1 })
    await server.advance('PT2M')
    expect(await state()).toMatchObject({ state: 'waiting', attempts: 2 })
    mail.answer(() => '250 ok')
    await server.advance('PT10M')
    expect(await state()).toMatchObject({ state: 'accepted', attempts: 3 })
    expect(mail.taken.filter(({ to }) => to === 'patient@mail.example')).toHaveLength(1)
  })

  test('a mail that is refused says with which answer, and is not tried again', async () => {
    mail.answer((to) => `550 5.7.1 <${to}> S3140 blocked by our list`)
    const state = await signUp('blocked')
    const refused = { state: 'refused', answer: '550 5.7.1 (address) S3140 blocked by our list', attempts: 1 }
    expect(await state()).toMatchObject(refused)
    const tries = mail.tries
    await server.advance('P1D')
    expect(await state()).toMatchObject(refused)
    expect(mail.tries).toBe(tries)
    mail.answer(() => '250 ok')
  })

  test('what is put off for days is given up, truthfully', async () => {
    mail.answer(() => '452 4.2.2 mailbox full')
    const state = await signUp('full')
    await server.advance('P3D')
    expect(await state()).toMatchObject({ state: 'refused', answer: '452 4.2.2 mailbox full', attempts: 15 })
    mail.answer(() => '250 ok')
  })

  test('a mail that was handed over is not sent again, though its job runs once more', async () => {
    await signUp('once_only')
    const { id } = server.ctx.db.prepare('SELECT id FROM mails ORDER BY id DESC LIMIT 1').get() as { id: number }
    server.ctx.queue.add('deliverMail', { mailId: id })
    await settle(server)
    expect(mail.taken.filter(({ to }) => to === 'once_only@mail.example')).toHaveLength(1)
  })

  test('nothing of addresses, links and names stands in the log', () => {
    const log = lines.join('')
    expect(lines.length).toBeGreaterThan(10)
    expect(log).not.toMatch(/mail\.example|#[\w-]{43}|confirm#/)
    expect(log).toContain('mail not accepted')
  })

  test('nothing of a mail can be read in the database', () => {
    const row = server.ctx.db.prepare('SELECT recipient, content, recipient_hash FROM mails LIMIT 1').get() as Record<
      string,
      Buffer
    >
    for (const bytes of Object.values(row))
      expect(bytes.toString('latin1')).not.toMatch(/example|Subject|subject|confirm/)
  })
})

describe('a mail server that is not there', () => {
  test('leaves the mail waiting and says so', async () => {
    const gone = await startMailServer()
    await gone.stop()
    const server = await startServer({ REGISTRATIONS: 'open', SMTP_URL: gone.url })
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('hopeful'))
    await settle(server)
    const { body } = await browser.get('/auth/sign-up')
    expect(body.mail).toMatchObject({ state: 'waiting', answer: 'The mail server did not answer.', attempts: 1 })
    await server.stop()
  })
})

describe('without a mail server', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ REGISTRATIONS: 'open' })
  })
  afterAll(() => server.stop())

  test('each mail is a file, whole, and the newcomer is told that none is sent', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('paper'))
    await settle(server)
    expect((await browser.get('/auth/sign-up')).body.mail).toMatchObject({ state: 'file', answer: null })
    const files = readdirSync(outboxOf(server))
    expect(files).toEqual([expect.stringMatching(/^\d{16}\.eml$/)])
    const text = readFileSync(path(outboxOf(server), files[0] ?? ''), 'utf8')
    expect(text).toContain('To: paper@mail.example')
    expect(text).toContain('Subject: Confirm your address for Left Community')
  })

  test('mails and their files are forgotten after seven days', async () => {
    await newBrowser(server).post('/auth/sign-up', signUpForm('brief'))
    await settle(server)
    expect(mailsOf(server, 'brief@mail.example')).toHaveLength(1)
    await later(server, 6)
    expect(mailsOf(server, 'brief@mail.example')).toHaveLength(1)
    await later(server, 2)
    expect(mailsOf(server, 'brief@mail.example')).toHaveLength(0)
    expect(readdirSync(outboxOf(server))).toEqual([])
  })
})

describe('a test mail from the settings page', () => {
  let server: TestServer
  let mail: MailServer
  beforeAll(async () => {
    mail = await startMailServer()
    server = await startServer()
  })
  afterAll(async () => {
    await server.stop()
    await mail.stop()
  })
  const send = async (form: object) => {
    const owner = await server.signUp(`owner${mail.tries}_${Math.floor(Math.random() * 1e6)}`, { roles: ['owner'] })
    return owner.browser.post('/api/community/v1/admin/mail-test', form)
  }

  test('tells what the server said, whether it took it or not', async () => {
    const taken = await send({ smtp_url: mail.url, from: 'us@mail.example', to: 'me@mail.example' })
    expect(taken.body).toEqual({ accepted: true, answer: '250 2.0.0 taken' })
    expect(mail.taken.at(-1)?.data).toMatch(/^From: .*<us@mail\.example>/m)
    mail.answer(() => '550 5.1.1 nobody here')
    expect((await send({ smtp_url: mail.url, to: 'me@mail.example' })).body).toEqual({
      accepted: false,
      answer: '550 5.1.1 nobody here',
    })
    mail.answer(() => '250 ok')
    expect((await send({ to: 'me@mail.example' })).body).toEqual({ accepted: false, answer: 'No mail server is set.' })
  })

  test('needs an address that is one', async () => {
    for (const form of [
      { smtp_url: 'http://127.0.0.1', to: 'a@b.example' },
      { smtp_url: mail.url, to: 'nobody' },
      {},
    ]) {
      expect((await send(form)).status).toBe(422)
    }
  })

  test('is sent through the server that the owner set', async () => {
    const owner = await server.signUp('setter', { roles: ['owner'] })
    const form = { mail: { kind: 'smtp', url: mail.url, from: 'hello@left.example' } }
    const { body } = await owner.browser.patch('/api/community/v1/admin/settings', form)
    expect(body.mail).toEqual({
      kind: 'smtp',
      url_set: true,
      host: new URL(mail.url).host,
      from: 'hello@left.example',
      by_environment: false,
    })
    await owner.browser.post('/api/community/v1/admin/mail-test', { to: 'me@mail.example' })
    expect(mail.taken.at(-1)?.data).toMatch(/^From: .*<hello@left\.example>/m)
    const stored = server.ctx.db.prepare(`SELECT value FROM settings WHERE name = 'mail'`).get() as { value: string }
    expect(stored.value).not.toContain('127.0.0.1')
  })
})
