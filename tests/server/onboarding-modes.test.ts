import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHOSEN, join, later, mailsOf, newBrowser, secretFor, signUpForm } from '../support/newcomer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const signUp = (server: TestServer, name: string, changes = {}) =>
  newBrowser(server).post('/auth/sign-up', signUpForm(name, changes))

describe('in approval mode', () => {
  let server: TestServer
  let moderator: Person
  beforeAll(async () => {
    server = await startServer()
    moderator = await server.signUp('keeper', { roles: ['moderator'] })
  })
  afterAll(() => server.stop())

  const applications = async () => {
    const { body } = await moderator.browser.get('/api/community/v1/admin/people?show=applications')
    return body as { id: string; username: string; reason: string }[]
  }
  const decide = async (name: string, verb: 'approve' | 'refuse') => {
    const id = (await applications()).find((one) => one.username === name)?.id
    return moderator.browser.post(`/api/community/v1/admin/people/${id}/${verb}`)
  }

  test('the preset asks its question, which has to be answered shortly', async () => {
    const { body } = await server.visitor.get('/api/community/v1/about')
    expect(body.registrations).toEqual({
      mode: 'approval',
      wave: false,
      question: 'What brings you here? One or two sentences is plenty.',
      expected_wait_hours: null,
      min_age: 16,
    })
    const blank = await signUp(server, 'silent', { reason: ' ' })
    expect(blank.body.details.reason[0].error).toBe('ERR_BLANK')
    const long = await signUp(server, 'talker', { reason: 'x'.repeat(421) })
    expect(long.body.details.reason[0].error).toBe('ERR_TOO_LONG')
  })

  test('who confirmed waits, reads as a visitor does, and may not write', async () => {
    const browser = await join(server, 'reader', { reason: 'To read with you.' })
    expect((await browser.get('/auth/sign-up')).body).toMatchObject({ step: 'waiting', approval: { required: true } })
    expect((await browser.get('/auth/session')).body.state).toBe('waiting')
    expect((await browser.get('/auth/application')).body).toMatchObject({
      question: 'What brings you here? One or two sentences is plenty.',
      answer: 'To read with you.',
      expected_wait_hours: null,
      applied_at: expect.stringMatching(/^\d{4}-.*Z$/),
    })
    expect((await browser.get('/api/v1/timelines/public?local=true')).status).toBe(200)
    expect((await browser.get('/api/v1/timelines/home')).status).toBe(403)
    const post = await browser.post('/api/v1/statuses', { status: 'hello' })
    expect([post.status, post.body.error_code]).toEqual([403, 'waiting'])
    const own = '/api/v1/accounts/update_credentials'
    const set = await browser.patch(own, { display_name: 'Reader', note: 'I read.' })
    expect([set.status, set.body.display_name]).toEqual([200, 'Reader'])
    const fields = [{ name: 'home', value: 'https://my.example' }]
    const picture = new FormData()
    picture.set('avatar', new Blob([new Uint8Array(8)]), 'me.jpg')
    for (const more of [{ fields_attributes: fields }, picture])
      expect((await browser.patch(own, more)).body.error_code).toBe('waiting')
    expect((await server.visitor.get('/api/v1/accounts/lookup?acct=reader')).status).toBe(404)
    expect((await server.visitor.get('/api/community/v1/about')).body.stats.users).toBe(1)
  })

  test('a moderator says yes: the person is in, and is told by mail', async () => {
    const browser = await join(server, 'welcome_one')
    await server.advance('PT5H')
    expect((await decide('welcome_one', 'approve')).status).toBe(200)
    expect((await browser.get('/auth/session')).body.state).toBe('member')
    expect((await browser.get('/auth/sign-up')).body.step).toBe('joined')
    expect((await browser.get('/auth/application')).status).toBe(404)
    expect(mailsOf(server, 'welcome_one@mail.example')[0]?.subject).toBe('Welcome to Left Community')
    expect((await server.visitor.get('/api/community/v1/about')).body.registrations.expected_wait_hours).toBe(5)
    expect((await decide('welcome_one', 'approve')).status).toBe(404)
  })

  test('a moderator says no: account and password go at once, the answer after 14 days', async () => {
    const browser = await join(server, 'declined', { reason: 'A private reason.' })
    expect((await decide('declined', 'refuse')).status).toBe(200)
    expect((await browser.get('/auth/sign-up')).body.step).toBe('refused')
    expect((await browser.get('/auth/session')).body.state).toBe('visitor')
    const logIn = await browser.post('/auth/session', { login: 'declined', password: CHOSEN })
    expect(logIn.status).toBe(401)
    const mail = mailsOf(server, 'declined@mail.example')[0]
    expect([mail?.subject, mail?.text]).toEqual([
      'Your application to Left Community',
      expect.stringContaining('not accepted'),
    ])
    const kept = () =>
      server.ctx.db.prepare(`SELECT count(*) AS n FROM registrations WHERE username = 'declined'`).get()
    expect(kept()).toEqual({ n: 1 })
    await later(server, 13)
    expect(kept()).toEqual({ n: 1 })
    await later(server, 2)
    expect(kept()).toEqual({ n: 0 })
    expect((await browser.get('/auth/sign-up')).status).toBe(404)
  })

  test('an invite spares the question and the wait; one that does not hold spares nothing', async () => {
    const { body: invite } = await moderator.browser.post('/api/community/v1/admin/invites', { max_uses: 1 })
    const [first, second] = [newBrowser(server), newBrowser(server)]
    const signedUp = await first.post('/auth/sign-up', signUpForm('vouched', { invite: invite.code, reason: '' }))
    expect(signedUp.body.approval).toEqual({ required: false, question: null, expected_wait_hours: null })
    await second.post('/auth/sign-up', signUpForm('tardy', { invite: invite.code, reason: '' }))
    const confirm = (browser: typeof first, name: string) =>
      browser.post('/auth/confirm', { token: secretFor(server, `${name}@mail.example`, '/confirm') })
    expect((await confirm(first, 'vouched')).body.step).toBe('joined')
    expect((await confirm(second, 'tardy')).body.step).toBe('waiting')
    const blank = await signUp(server, 'hasty', { invite: invite.code, reason: '' })
    expect(blank.body.details.reason[0].error).toBe('ERR_BLANK')
  })
})

describe('by invitation', () => {
  let server: TestServer
  let owner: Person
  beforeAll(async () => {
    server = await startServer({ REGISTRATIONS: 'invite' })
    owner = await server.signUp('host', { roles: ['owner'] })
  })
  afterAll(() => server.stop())

  const invite = async (form: object = {}) => (await owner.browser.post('/api/community/v1/admin/invites', form)).body
  const errorOf = (reply: { body: { details: Record<string, { error: string }[]> } }) =>
    reply.body.details.invite?.[0]?.error

  test('nobody joins without an invite or with a wrong one', async () => {
    expect(errorOf(await signUp(server, 'guest_a'))).toBe('ERR_BLANK')
    expect(errorOf(await signUp(server, 'guest_a', { invite: 'aaaaaaaa' }))).toBe('ERR_INVALID')
  })

  test('who brings one joins at once; its code is read as people type it', async () => {
    const { code } = await invite()
    expect(code).toMatch(/^[a-hjkmnp-z2-9]{8}$/)
    const typed = `${code.slice(0, 4).toUpperCase()}-${code.slice(4)} `
    const browser = await join(server, 'guest_b', { invite: typed })
    expect((await browser.get('/auth/session')).body.state).toBe('member')
    const { body } = await owner.browser.get('/api/community/v1/admin/invites')
    expect(body.find((one: { code: string }) => one.code === code).uses).toBe(1)
  })

  test('an invite for one lets one in, though two signed up in time', async () => {
    const { code } = await invite({ max_uses: 1 })
    const browsers = [newBrowser(server), newBrowser(server)] as const
    await browsers[0].post('/auth/sign-up', signUpForm('first', { invite: code }))
    await browsers[1].post('/auth/sign-up', signUpForm('second', { invite: code }))
    const tokens = ['first', 'second'].map((name) => secretFor(server, `${name}@mail.example`, '/confirm'))
    expect((await browsers[0].post('/auth/confirm', { token: tokens[0] })).status).toBe(200)
    const late = await browsers[1].post('/auth/confirm', { token: tokens[1] })
    expect([late.status, late.body.error_code]).toEqual([409, 'invite_used_up'])
    expect((await server.visitor.get('/api/v1/accounts/lookup?acct=second')).status).toBe(404)
    expect(errorOf(await signUp(server, 'third', { invite: code }))).toBe('ERR_INVALID')
  })

  test('one that is too old or withdrawn lets nobody in', async () => {
    const short = await invite({ expires_in: 60 })
    await server.advance('PT61S')
    expect(errorOf(await signUp(server, 'guest_c', { invite: short.code }))).toBe('ERR_INVALID')
    const withdrawn = await invite()
    await owner.browser.delete(`/api/community/v1/admin/invites/${withdrawn.id}`)
    expect(errorOf(await signUp(server, 'guest_c', { invite: withdrawn.code }))).toBe('ERR_INVALID')
  })

  test('one of somebody whose account is closed lets nobody in', async () => {
    const mod = await server.signUp('gone_mod', { roles: ['moderator'] })
    const { body } = await mod.browser.post('/api/community/v1/admin/invites', {})
    server.ctx.db.prepare('UPDATE members SET disabled_at = 1 WHERE account_id = ?').run(mod.accountId)
    expect(errorOf(await signUp(server, 'guest_d', { invite: body.code }))).toBe('ERR_INVALID')
  })

  test('who invited whom is forgotten after ninety days', async () => {
    const { code } = await invite()
    await join(server, 'guest_e', { invite: code })
    const known = () =>
      server.ctx.db.prepare('SELECT count(*) AS n FROM members WHERE invite_id IS NOT NULL').get() as { n: number }
    expect(known().n).toBeGreaterThan(0)
    await later(server, 89)
    expect(known().n).toBeGreaterThan(0)
    await later(server, 2)
    expect(known().n).toBe(0)
  })
})

describe('who may join is decided by', () => {
  test('the owner’s choice, at once', async () => {
    const server = await startServer()
    const owner = await server.signUp('host', { roles: ['owner'] })
    await owner.browser.patch('/api/community/v1/admin/settings', { registrations: 'closed' })
    const closed = await signUp(server, 'late')
    expect([closed.status, closed.body.error_code]).toEqual([403, 'registrations_closed'])
    await owner.browser.patch('/api/community/v1/admin/settings', { registrations: 'open' })
    const browser = newBrowser(server)
    expect((await browser.post('/auth/sign-up', signUpForm('late', { invite: 'aaaaaaaa' }))).status).toBe(200)
    await owner.browser.patch('/api/community/v1/admin/settings', { registrations: 'closed' })
    const token = secretFor(server, 'late@mail.example', '/confirm')
    expect((await browser.post('/auth/confirm', { token })).body.error_code).toBe('registrations_closed')
    await owner.browser.patch('/api/community/v1/admin/settings', { registrations: 'open' })
    expect((await browser.post('/auth/confirm', { token })).body.step).toBe('joined')
    await server.stop()
  })

  test('the environment, which wins over it', async () => {
    const server = await startServer({ REGISTRATIONS: 'closed' })
    const owner = await server.signUp('host', { roles: ['owner'] })
    const { body } = await owner.browser.patch('/api/community/v1/admin/settings', { registrations: 'open' })
    expect(body).toMatchObject({ registrations: 'closed', registrations_by_environment: true })
    expect((await signUp(server, 'late')).status).toBe(403)
    expect((await server.visitor.get('/api/community/v1/about')).body.registrations.mode).toBe('closed')
    await server.stop()
  })
})

test('words of the rules that changed after somebody agreed to them are asked again', async () => {
  const server = await startServer({ REGISTRATIONS: 'open' })
  const owner = await server.signUp('host', { roles: ['owner'] })
  const browser = newBrowser(server)
  await browser.post('/auth/sign-up', signUpForm('between'))
  const { body: settings } = await owner.browser.get('/api/community/v1/admin/settings')
  const [first, ...others] = settings.ground_rules
  const changed = { ground_rules: [{ ...first, text: 'Racist behavior, statements and jokes' }, ...others] }
  expect((await owner.browser.patch('/api/community/v1/admin/settings', changed)).status).toBe(200)
  await browser.post('/auth/confirm', { token: secretFor(server, 'between@mail.example', '/confirm') })
  const session = await browser.get('/auth/session')
  expect(session.body).toMatchObject({ state: 'member', accepted_rules: false })
  const post = await browser.post('/api/v1/statuses', { status: 'hello' })
  expect([post.status, post.body.error_code]).toEqual([403, 'rules_not_accepted'])
  await server.stop()
})
