import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setupLink } from '../../server/features/setup/link.ts'
import { CHOSEN, mailsOf, newBrowser, settle } from '../support/newcomer.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { startMailServer } from '../support/smtp.ts'

let server: TestServer
let token: string
beforeEach(async () => {
  server = await startServer()
  token = tokenOf(setupLink(server.ctx))
})
afterEach(() => server.stop())

const tokenOf = (link: string | undefined) => new URL(link ?? '').hash.slice(1)

const form = (changes: object = {}) => ({
  token,
  owner: { username: 'rosa', email: 'rosa@mail.example', password: CHOSEN },
  name: 'Our house',
  statement: 'A house for everyone.',
  purpose: 'To live in.',
  registrations: 'open',
  hosting: { text: 'In our cellar.', published: true },
  mail: { kind: 'none' },
  contact_email: 'house@mail.example',
  ...changes,
})

describe('the set-up link', () => {
  test('is made while there is no owner; a new one ends the one of before', async () => {
    const second = tokenOf(setupLink(server.ctx))
    const browser = newBrowser(server)
    expect((await browser.post('/auth/setup/check', { token })).status).toBe(404)
    expect((await browser.post('/auth/setup/check', { token: second })).status).toBe(200)
    await server.signUp('owner_one', { roles: ['owner'] })
    expect(setupLink(server.ctx)).toBe(undefined)
    const dead = await browser.post('/auth/setup/check', { token: second })
    expect([dead.status, dead.body.error_code]).toEqual([410, 'link_used'])
  })

  test('shows the preset to begin from', async () => {
    const { body } = await newBrowser(server).post('/auth/setup/check', { token })
    expect(body.preset).toMatchObject({
      name: 'Left Community',
      hosting: { text: expect.stringContaining('Hong Kong'), published: false },
      ground_rules: expect.arrayContaining([expect.objectContaining({ slug: 'gr7' })]),
    })
    expect((await newBrowser(server).post('/auth/setup/check', { token: 'guessed' })).status).toBe(404)
  })

  test('a password that many people have is refused at the step where it is typed', async () => {
    const browser = newBrowser(server)
    const ask = (owner: object) =>
      browser.post('/auth/setup/owner', { token, owner: { username: 'rosa', email: 'rosa@mail.example', ...owner } })
    expect((await ask({ password: CHOSEN })).status).toBe(200)
    const refused = await ask({ password: '1234567890' })
    expect([refused.status, Object.keys(refused.body.details)]).toEqual([422, ['password']])
    expect((await ask({ password: CHOSEN, username: 'not a name' })).body.details).toHaveProperty('username')
    expect((await browser.post('/auth/setup/owner', { token: 'guessed', owner: form().owner })).status).toBe(404)
  })

  test('sets the community up and logs the owner in', async () => {
    const browser = newBrowser(server)
    expect((await browser.get('/auth/session')).body.setup_needed).toBe(true)
    const { status, body } = await browser.post('/auth/setup', form())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      account: { acct: 'rosa' },
      state: 'member',
      roles: ['owner'],
      may: { settings: true, people: true, topics: true },
      accepted_rules: true,
      community: { name: 'Our house' },
      setup_needed: false,
    })
    expect((await browser.get('/auth/session')).body).toEqual(body)
    expect((await server.visitor.get('/api/community/v1/about')).body).toMatchObject({
      name: 'Our house',
      statement: 'A house for everyone.',
      purpose: 'To live in.',
      stats: { users: 1 },
      contact: { email: 'house@mail.example', account: { acct: 'rosa' } },
      hosting: { text: 'In our cellar.' },
      registrations: { mode: 'open' },
    })
    const posted = await browser.post('/api/v1/statuses', { status: 'We are here.' })
    expect(posted.status).toBe(200)
  })

  test('works once, also when two use it at the same moment', async () => {
    const other = { username: 'karl', email: 'karl@mail.example', password: CHOSEN }
    const answers = await Promise.all([
      newBrowser(server).post('/auth/setup', form()),
      newBrowser(server).post('/auth/setup', form({ owner: other })),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
    expect(server.ctx.db.prepare('SELECT count(*) AS n FROM accounts').get()).toEqual({ n: 1 })
    const again = await newBrowser(server).post('/auth/setup', form({ owner: other }))
    expect([again.status, again.body.error_code]).toEqual([410, 'link_used'])
  })

  test('publishes nothing about hosting that the owner did not confirm', async () => {
    await newBrowser(server).post('/auth/setup', form({ hosting: { text: 'Hong Kong', published: false } }))
    expect((await server.visitor.get('/api/community/v1/about')).body.hosting).toBe(null)
  })

  test.each([
    ['username', { owner: { username: 'two words', email: 'rosa@mail.example', password: CHOSEN } }],
    ['email', { owner: { username: 'rosa', email: 'nowhere', password: CHOSEN } }],
    ['password', { owner: { username: 'rosa', email: 'rosa@mail.example', password: 'short' } }],
    ['password', { owner: { username: 'rosa', email: 'rosa@mail.example', password: 'ourhouse12345' } }],
    ['owner', { owner: undefined }],
    ['name', { name: '' }],
    ['name', { name: 'Our\nhouse' }],
    ['registrations', { registrations: 'maybe' }],
    ['question', { registrations: 'approval', question: '' }],
    ['hosting', { hosting: { text: '', published: true } }],
    ['mail', { mail: { kind: 'smtp', url: 'nonsense', from: 'a@mail.example' } }],
    ['contact_email', { contact_email: 'nowhere' }],
  ])('does nothing when %s does not hold', async (field, changes) => {
    const { status, body } = await newBrowser(server).post('/auth/setup', form(changes))
    expect([status, Object.keys(body.details)]).toEqual([422, [field]])
    expect(server.ctx.db.prepare('SELECT count(*) AS n FROM accounts').get()).toEqual({ n: 0 })
    expect((await server.visitor.get('/api/community/v1/about')).body.name).toBe('Left Community')
    expect((await newBrowser(server).post('/auth/setup/check', { token })).status).toBe(200)
  })

  test('from another site does nothing', async () => {
    const { status } = await server.visitor.post('/auth/setup', form(), { origin: 'https://evil.example' })
    expect(status).toBe(403)
  })
})

describe('mail is tried out in the wizard', () => {
  const open: { stop(): Promise<void> }[] = []
  afterAll(() => Promise.all(open.map((mail) => mail.stop())))

  test('and then sends what the community writes', async () => {
    const mail = await startMailServer()
    open.push(mail)
    const browser = newBrowser(server)
    const trial = { token, smtp_url: mail.url, to: 'rosa@mail.example' }
    expect((await browser.post('/auth/setup/mail-test', trial)).body).toEqual({
      accepted: true,
      answer: '250 2.0.0 taken',
    })
    mail.answer(() => '554 5.7.1 not from you')
    expect((await browser.post('/auth/setup/mail-test', trial)).body).toEqual({
      accepted: false,
      answer: '554 5.7.1 not from you',
    })
    mail.answer(() => '250 ok')
    await browser.post('/auth/setup', form({ mail: { kind: 'smtp', url: mail.url, from: 'house@left.example' } }))
    await newBrowser(server).post('/auth/password-reset', { email: 'rosa@mail.example' })
    await settle(server)
    await settle(server)
    expect(mailsOf(server, 'rosa@mail.example')[0]?.state).toBe('accepted')
    expect(mail.taken.at(-1)?.data).toMatch(/^From: Our house <house@left\.example>/m)
    const after = await browser.post('/auth/setup/mail-test', trial)
    expect([after.status, after.body.error_code]).toEqual([410, 'link_used'])
  })

  test('only with the link', async () => {
    const { status } = await newBrowser(server).post('/auth/setup/mail-test', {
      token: 'no',
      smtp_url: 'smtp://127.0.0.1:1',
      to: 'a@mail.example',
    })
    expect(status).toBe(404)
  })
})
