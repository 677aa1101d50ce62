import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHOSEN, join, later, mailsOf, newBrowser, secretFor, signUpForm } from '../support/newcomer.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open' })
})
afterAll(() => server.stop())

describe('a newcomer', () => {
  test('signs up, opens the link in the mail, and is in', async () => {
    const browser = newBrowser(server)
    const { status, body } = await browser.post('/auth/sign-up', signUpForm('fern'))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      username: 'fern',
      email: 'fern@mail.example',
      step: 'confirm',
      code: expect.stringMatching(/^[a-z]+ \d\d$/),
      by_hand: false,
      provider_notice: null,
      approval: { required: false, question: null, expected_wait_hours: null },
    })
    expect((await browser.get('/auth/session')).body.state).toBe('visitor')
    const confirmed = await browser.post('/auth/confirm', { token: secretFor(server, 'fern@mail.example', '/confirm') })
    expect(confirmed.body).toEqual({ step: 'joined', logged_in: true, username: 'fern' })
    const session = await browser.get('/auth/session')
    expect(session.body).toMatchObject({ state: 'member', accepted_rules: true, account: { acct: 'fern' } })
    expect((await browser.get('/auth/sign-up')).body.step).toBe('joined')
  })

  test('is nobody until the address is confirmed', async () => {
    await newBrowser(server).post('/auth/sign-up', signUpForm('moss'))
    expect((await server.visitor.get('/api/v1/accounts/lookup?acct=moss')).status).toBe(404)
    const logIn = await newBrowser(server).post('/auth/session', { login: 'moss', password: CHOSEN })
    expect(logIn.status).toBe(401)
  })

  test('has the version, the language and every rule that was agreed to recorded, word for word', async () => {
    await join(server, 'sedge')
    const { body: rules } = await server.visitor.get('/api/community/v1/rules')
    const row = server.ctx.db
      .prepare(
        `SELECT acceptances.* FROM acceptances JOIN accounts ON accounts.id = account_id WHERE username_key = 'sedge'`,
      )
      .get() as Record<string, string>
    expect(row).toMatchObject({
      version: 1,
      locale: 'en',
      via: 'signup',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const times = JSON.parse(row.acks ?? '{}') as Record<string, number>
    expect(Object.keys(times)).toEqual(rules.ground_rules.map((rule: { id: string }) => rule.id))
    expect(Object.values(times).every((time) => Math.abs(time - server.ctx.now()) < 60_000)).toBe(true)
  })

  test('goes on from another browser with the link, and is then not logged in there', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('thyme'))
    const other = newBrowser(server)
    const { body } = await other.post('/auth/confirm', { token: secretFor(server, 'thyme@mail.example', '/confirm') })
    expect(body).toEqual({ step: 'joined', logged_in: false, username: 'thyme' })
    expect((await other.get('/auth/session')).body.state).toBe('visitor')
    expect((await browser.get('/auth/sign-up')).body.step).toBe('joined')
  })

  test('starts over and finds the name free again', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('burdock'))
    const name = '/api/community/v1/onboarding/username?username=burdock'
    expect((await server.visitor.get(name)).body.available).toBe(false)
    expect((await browser.get(name)).body.available).toBe(true)
    expect((await browser.delete('/auth/sign-up')).status).toBe(200)
    expect((await server.visitor.get(name)).body.available).toBe(true)
    expect((await browser.get('/auth/sign-up')).status).toBe(404)
  })

  test('who sends the form anew from the same browser replaces what was sent', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('yarow'))
    expect((await browser.post('/auth/sign-up', signUpForm('yarow', { email: 'y@mail.example' }))).status).toBe(200)
    expect((await browser.get('/auth/sign-up')).body).toMatchObject({ username: 'yarow', email: 'y@mail.example' })
  })

  test('is forgotten after seven days without a confirmation, with the link', async () => {
    const late = await startServer({ REGISTRATIONS: 'open' })
    const browser = newBrowser(late)
    await browser.post('/auth/sign-up', signUpForm('slow'))
    const token = secretFor(late, 'slow@mail.example', '/confirm')
    await later(late, 3)
    const expired = await browser.post('/auth/confirm', { token })
    expect([expired.status, expired.body.error_code]).toEqual([410, 'link_expired'])
    await later(late, 5)
    expect((await browser.get('/auth/sign-up')).status).toBe(404)
    expect(late.ctx.db.prepare('SELECT count(*) AS n FROM registrations').get()).toEqual({ n: 0 })
    expect((await newBrowser(late).post('/auth/sign-up', signUpForm('slow'))).status).toBe(200)
    await late.stop()
  })
})

describe('the name is checked live', () => {
  test.each([
    ['free_name', { available: true }],
    ['', { available: false, error: 'ERR_BLANK' }],
    ['no spaces', { available: false, error: 'ERR_INVALID' }],
    ['ünïcode', { available: false, error: 'ERR_INVALID' }],
    ['a'.repeat(31), { available: false, error: 'ERR_TOO_LONG' }],
    ['Admin', { available: false, error: 'ERR_RESERVED' }],
    ['about', { available: false, error: 'ERR_RESERVED' }],
  ])('%s', async (name, expected) => {
    const { body } = await server.visitor.get(
      `/api/community/v1/onboarding/username?username=${encodeURIComponent(name)}`,
    )
    expect(body).toMatchObject(expected)
  })

  test('a taken one in any case', async () => {
    await server.signUp('marten')
    const { body } = await server.visitor.get('/api/community/v1/onboarding/username?username=MarTen')
    expect(body).toEqual({ available: false, error: 'ERR_TAKEN', description: 'This name is taken. Choose another.' })
  })
})

describe('what does not hold is said for each field', () => {
  const tenth = 'x'.repeat(10)
  test.each([
    ['username', { username: '' }, 'ERR_BLANK'],
    ['username', { username: 'two words' }, 'ERR_INVALID'],
    ['username', { username: 'x'.repeat(31) }, 'ERR_TOO_LONG'],
    ['username', { username: 'x'.repeat(500) }, 'ERR_TOO_LONG'],
    ['username', { username: 'owner' }, 'ERR_RESERVED'],
    ['username', { username: 7 }, 'ERR_INVALID'],
    ['email', { email: '' }, 'ERR_BLANK'],
    ['email', { email: 'nobody' }, 'ERR_INVALID'],
    ['email', { email: 'a@b' }, 'ERR_INVALID'],
    ['email', { email: 'a"b@mail.example' }, 'ERR_INVALID'],
    ['email', { email: 'a%b@mail.example' }, 'ERR_INVALID'],
    ['email', { email: 'a,b@mail.example' }, 'ERR_INVALID'],
    ['email', { email: 'a@mail.example\r\nBcc: b@mail.example' }, 'ERR_INVALID'],
    ['email', { email: `${'a'.repeat(250)}@mail.example` }, 'ERR_TOO_LONG'],
    ['password', { password: 'short' }, 'ERR_TOO_SHORT'],
    ['password', { password: undefined }, 'ERR_TOO_SHORT'],
    ['password', { password: 'é'.repeat(129) }, 'ERR_TOO_LONG'],
    ['password', { password: 'Password123' }, 'ERR_COMMON'],
    ['password', { password: tenth }, 'ERR_COMMON'],
    ['password', { password: 'abcdefghijkl' }, 'ERR_COMMON'],
    ['password', { username: 'juniper', password: 'Juniper2026!' }, 'ERR_COMMON'],
    ['password', { password: 'LeftCommunity1' }, 'ERR_COMMON'],
    ['adult', { adult: false }, 'ERR_ACCEPTED'],
    ['adult', { adult: undefined }, 'ERR_ACCEPTED'],
    ['rules', { rules: undefined }, 'ERR_ACCEPTED'],
    ['rules', { rules: { version: 1, locale: 'en', acknowledged: ['1', '2', '3', '4', '5', '6'] } }, 'ERR_ACCEPTED'],
    [
      'rules',
      { rules: { version: 2, locale: 'en', acknowledged: ['1', '2', '3', '4', '5', '6', '7'] } },
      'ERR_ACCEPTED',
    ],
    [
      'rules',
      { rules: { version: 1, locale: 'xx', acknowledged: ['1', '2', '3', '4', '5', '6', '7'] } },
      'ERR_ACCEPTED',
    ],
    ['rules', { rules: 'yes' }, 'ERR_INVALID'],
    ['form_id', { form_id: undefined }, 'ERR_BLANK'],
    ['form_id', { form_id: 'again' }, 'ERR_INVALID'],
  ])('%s: %j', async (field, changes, error) => {
    const { status, body } = await newBrowser(server).post('/auth/sign-up', signUpForm('newcomer', changes))
    expect(status).toBe(422)
    expect(body.details[field]).toEqual([{ error, description: expect.stringMatching(/\w/) }])
    expect(body.error).toMatch(/\w/)
  })

  test('several at once', async () => {
    const form = signUpForm('', { email: 'x', password: 'y', adult: false })
    const { body } = await newBrowser(server).post('/auth/sign-up', form)
    expect(Object.keys(body.details).sort()).toEqual(['adult', 'email', 'password', 'username'])
  })

  test('a form that is no form', async () => {
    const browser = newBrowser(server)
    const headers = { 'content-type': 'application/json' }
    expect((await browser.post('/auth/sign-up', '{"username":', headers)).status).toBe(400)
    expect((await browser.post('/auth/sign-up', '[1]', headers)).status).toBe(400)
    expect((await browser.post('/auth/sign-up', `{"username":"${'a'.repeat(400_000)}"}`, headers)).status).toBe(413)
  })
})

describe('a form comes twice or from elsewhere', () => {
  test('the same form sent again is seen', async () => {
    const form = signUpForm('twice')
    expect((await newBrowser(server).post('/auth/sign-up', form)).status).toBe(200)
    const again = await newBrowser(server).post('/auth/sign-up', form)
    expect([again.status, again.body.error_code]).toEqual([409, 'form_replayed'])
    expect(mailsOf(server, 'twice@mail.example')).toHaveLength(1)
  })

  test('who never heard the answer sends it again and goes on; who only has the form does not', async () => {
    const form = signUpForm('unheard')
    await newBrowser(server).post('/auth/sign-up', form)
    const [mine, other] = [newBrowser(server), newBrowser(server)]
    expect((await mine.post('/auth/sign-up', form)).status).toBe(409)
    expect((await mine.get('/auth/sign-up')).body).toMatchObject({ username: 'unheard', step: 'confirm' })
    expect((await other.post('/auth/sign-up', { ...form, password: 'another lantern, elsewhere' })).status).toBe(409)
    expect((await other.get('/auth/sign-up')).status).toBe(404)
    await mine.post('/auth/confirm', { token: secretFor(server, 'unheard@mail.example', '/confirm') })
    const late = newBrowser(server)
    expect((await late.post('/auth/sign-up', form)).status).toBe(409)
    expect((await late.get('/auth/sign-up')).status).toBe(404)
  })

  test('two clicks at the same moment make one registration', async () => {
    const form = signUpForm('clicks')
    const browser = newBrowser(server)
    const answers = await Promise.all([browser.post('/auth/sign-up', form), browser.post('/auth/sign-up', form)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('another site cannot send it', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const { status, body } = await server.visitor.post('/auth/sign-up', signUpForm('lured'), headers)
    expect([status, body.error_code]).toEqual([403, 'cross_site'])
    expect((await server.visitor.post('/auth/sign-up', signUpForm('lured'))).status).toBe(403)
  })

  test('of two people who take one name at once, one is told that it is taken', async () => {
    const forms = [signUpForm('prize', { email: 'a@mail.example' }), signUpForm('PRIZE', { email: 'b@mail.example' })]
    const answers = await Promise.all(forms.map((form) => newBrowser(server).post('/auth/sign-up', form)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    const told = answers.find(({ status }) => status === 422)
    expect(told?.body.details.username).toEqual([{ error: 'ERR_TAKEN', description: expect.any(String) }])
  })

  test('a reused link, and one that never was', async () => {
    const browser = await join(server, 'reuse')
    const token = secretFor(server, 'reuse@mail.example', '/confirm')
    const again = await browser.post('/auth/confirm', { token })
    expect([again.status, again.body.error_code]).toEqual([410, 'link_used'])
    expect((await browser.post('/auth/confirm', { token: 'no such link' })).status).toBe(404)
    expect((await browser.post('/auth/confirm', {})).status).toBe(422)
  })
})
