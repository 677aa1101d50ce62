import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../support/client.ts'
import { join, later, newBrowser, takeAsLong } from '../support/newcomer.ts'
import { PASSWORD, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open' })
})
afterAll(() => server.stop())

const logIn = (login: string, password: string, browser = newBrowser(server)) =>
  browser.post('/auth/session', { login, password })

describe('a member logs in', () => {
  test('by name or by mail address, in any case', async () => {
    await server.signUp('heron', { email: 'heron@mail.example' })
    for (const login of ['heron', 'HERON', '@heron', 'heron@mail.example', 'Heron@Mail.example', ' heron ']) {
      const browser = newBrowser(server)
      const { status, body } = await logIn(login, PASSWORD, browser)
      expect([login, status]).toEqual([login, 200])
      expect(body).toMatchObject({
        account: { acct: 'heron' },
        state: 'member',
        roles: [],
        may: { settings: false, people: false, topics: false },
        accepted_rules: true,
        community: { name: 'Left Community' },
        setup_needed: true,
      })
      expect((await browser.get('/auth/session')).body).toEqual(body)
    }
  })

  test('and is told what the role lets them do', async () => {
    await server.signUp('chair', { roles: ['owner', 'mediator'] })
    await server.signUp('guard', { roles: ['moderator'] })
    expect((await logIn('chair', PASSWORD)).body).toMatchObject({
      roles: ['owner', 'mediator'],
      may: { settings: true, people: true, topics: true },
      setup_needed: false,
    })
    expect((await logIn('guard', PASSWORD)).body.may).toEqual({
      settings: false,
      people: true,
      topics: true,
      publish_rules: false,
      reports: true,
      trends: true,
    })
  })

  test('with a cookie that no script and no other site can use', async () => {
    const { headers } = await logIn('heron', PASSWORD)
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(/^session=[\w-]{43}; /)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Path=\//)
    expect(cookie).not.toMatch(/Domain/)
  })

  test('with a __Host- cookie on https', async () => {
    const secure = await startServer({ PUBLIC_URL: 'https://left.example', RATE_LIMITS: 'on', TEST_CLOCK: '' })
    await secure.signUp('heron')
    const browser = createClient(secure.url, { origin: 'https://left.example' })
    const { headers } = await browser.post('/auth/session', { login: 'heron', password: PASSWORD })
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-session=.*Secure/)
    expect((await browser.get('/auth/session')).body.state).toBe('member')
    await secure.stop()
  })

  test('and the session of before ends with it', async () => {
    const browser = newBrowser(server)
    await logIn('heron', PASSWORD, browser)
    const before = browser.cookies.get('session')
    await logIn('heron', PASSWORD, browser)
    expect(browser.cookies.get('session')).not.toBe(before)
    const stale = createClient(server.url, { origin: server.url, cookie: `session=${before}` })
    expect((await stale.get('/auth/session')).body.state).toBe('visitor')
  })

  test('and only a hash of the session is kept', async () => {
    const browser = newBrowser(server)
    await logIn('heron', PASSWORD, browser)
    const secret = browser.cookies.get('session') ?? ''
    const hashes = server.ctx.db.prepare('SELECT token_hash AS hash FROM sessions').all() as { hash: Buffer }[]
    expect(
      hashes.every(({ hash }) => hash.length === 32 && !hash.toString('base64url').includes(secret.slice(0, 20))),
    ).toBe(true)
  })

  test('and out', async () => {
    const browser = newBrowser(server)
    await logIn('heron', PASSWORD, browser)
    const secret = browser.cookies.get('session')
    expect((await browser.delete('/auth/session')).body).toEqual({})
    expect(browser.cookies.has('session')).toBe(false)
    const again = createClient(server.url, { origin: server.url, cookie: `session=${secret}` })
    expect((await again.get('/auth/session')).body.state).toBe('visitor')
  })

  test('for sixty days after the last visit', async () => {
    const late = await startServer()
    await late.signUp('heron')
    const browser = newBrowser(late)
    await logIn('heron', PASSWORD, browser)
    await later(late, 59)
    const visit = await browser.get('/auth/session')
    expect(visit.body.state).toBe('member')
    expect(visit.headers.getSetCookie()[0]).toMatch(/Max-Age=5184000/)
    await later(late, 59)
    expect((await browser.get('/auth/session')).body.state).toBe('member')
    await later(late, 61)
    expect((await browser.get('/auth/session')).body.state).toBe('visitor')
    const post = await browser.post('/api/v1/statuses', { status: 'hello' })
    expect(post.status).toBe(401)
    await late.advance('PT2H')
    expect(late.ctx.db.prepare('SELECT count(*) AS n FROM sessions').get()).toEqual({ n: 0 })
    await late.stop()
  })
})

describe('who has no right to', () => {
  test('is told the same for a wrong name and a wrong password', async () => {
    const wrong = await logIn('heron', 'not the password')
    const nobody = await logIn('nobody_here', 'not the password')
    expect([wrong.status, wrong.body]).toEqual([401, { error: 'The name or the password is not right.' }])
    expect([nobody.status, nobody.body]).toEqual([wrong.status, wrong.body])
  })

  test('waits as long for a name that nobody has', async () => {
    await join(server, 'clocked')
    await logIn('nobody_here', 'not the password')
    const wait = (login: string) => () => logIn(login, 'not the password')
    expect(await takeAsLong(wait('clocked'), wait('nobody_here'))).toBe(true)
  })

  test('because the account is closed, learns it only with the password', async () => {
    const person = await server.signUp('closed_one')
    server.ctx.db.prepare('UPDATE members SET disabled_at = 1 WHERE account_id = ?').run(person.accountId)
    expect((await logIn('closed_one', 'wrong')).status).toBe(401)
    const refused = await logIn('closed_one', PASSWORD)
    expect([refused.status, refused.body.error_code]).toEqual([403, 'disabled'])
    expect((await person.browser.get('/auth/session')).body.state).toBe('visitor')
  })

  test('with a form that is none', async () => {
    const browser = newBrowser(server)
    for (const form of [
      {},
      { login: 'heron' },
      { login: 1, password: 2 },
      { login: 'heron', password: 'x'.repeat(5000) },
    ]) {
      expect((await browser.post('/auth/session', form)).status).toBe(422)
    }
    expect((await logIn('heron', 'x'.repeat(300))).status).toBe(401)
  })

  test('from another site', async () => {
    const { status, body } = await logIn(
      'heron',
      PASSWORD,
      createClient(server.url, { origin: 'https://evil.example' }),
    )
    expect([status, body.error_code]).toEqual([403, 'cross_site'])
    const heron = newBrowser(server)
    await logIn('heron', PASSWORD, heron)
    const out = await heron.delete('/auth/session', undefined, { origin: 'https://evil.example' })
    expect(out.status).toBe(403)
    expect((await heron.get('/auth/session')).body.state).toBe('member')
  })

  test('by trying many passwords for one name', async () => {
    const strict = await startServer({ RATE_LIMITS: 'on' })
    await strict.signUp('target')
    const tries = []
    const from = (n: number) => createClient(strict.url, { origin: strict.url, 'x-forwarded-for': `203.0.113.${n}` })
    for (let n = 0; n < 25; n += 1) tries.push(await logIn('target', 'wrong', from(n)))
    expect(tries.every(({ status }) => status === 401)).toBe(true)
    expect((await logIn('target', PASSWORD, from(100))).status).toBe(429)
    await strict.advance('PT61M')
    expect((await logIn('target', PASSWORD, from(101))).status).toBe(200)
    await strict.stop()
  })
})
