import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAdmin } from '../support/admin.ts'
import { cast } from '../support/masto.ts'
import { register, request, sentBack } from '../support/program.ts'
import { addApp, codeOf, newBrowser, SECOND, sayPassword } from '../support/second-step.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const someone = async (): Promise<Person> => {
  const [person] = await cast(server, 'ann')
  return person
}

describe('with an app that shows codes', () => {
  test('the password alone logs nobody in, and whoever is half way can do nothing', async () => {
    const ann = await someone()
    const { secret } = await addApp(server, ann)
    const browser = newBrowser(server)
    const half = await sayPassword(browser, ann)
    expect([half.status, half.body.error_code, half.body.second_step]).toEqual([401, 'second_step', ['code']])
    expect(browser.cookies.has('session')).toBe(false)
    expect(half.text).not.toContain(ann.id)
    const step = browser.cookies.get('step') ?? ''
    browser.cookies.set('session', step)
    for (const path of ['/api/v1/accounts/verify_credentials', '/api/v1/timelines/home', SECOND])
      expect((await browser.get(path)).status).toBe(401)
    expect((await browser.get('/auth/session')).body.account).toBeNull()
    expect((await browser.get('/api/v1/accounts/verify_credentials', { authorization: `Bearer ${step}` })).status).toBe(
      401,
    )
    browser.cookies.delete('session')
    const done = await browser.post('/auth/session/second', { code: codeOf(server, secret) })
    expect([done.status, done.body.account.username]).toEqual([200, ann.username])
    expect(browser.cookies.has('step')).toBe(false)
    expect(browser.cookies.get('session')).not.toBe(step)
  })

  test('a code works once: not again in another browser, and not an older one', async () => {
    const ann = await someone()
    const { secret } = await addApp(server, ann)
    const [one, two] = [newBrowser(server), newBrowser(server)]
    for (const browser of [one, two]) await sayPassword(browser, ann)
    const code = codeOf(server, secret)
    expect((await one.post('/auth/session/second', { code })).status).toBe(200)
    expect((await two.post('/auth/session/second', { code })).status).toBe(401)
    expect((await two.post('/auth/session/second', { code: codeOf(server, secret, -1) })).status).toBe(401)
    expect((await two.post('/auth/session/second', { code: codeOf(server, secret, 1) })).status).toBe(200)
    expect((await one.get('/auth/session')).body.account.id).toBe(ann.id)
  })

  test('guessing ends soon: five tries for one log-in, and the step is good for ten minutes and once', async () => {
    const ann = await someone()
    const { secret } = await addApp(server, ann)
    const browser = newBrowser(server)
    await sayPassword(browser, ann)
    for (const code of ['000000', '', 'abcdef', '0', '999999999999'])
      expect((await browser.post('/auth/session/second', { code })).status).toBe(401)
    const after = await browser.post('/auth/session/second', { code: codeOf(server, secret) })
    expect([after.status, after.body.error_code]).toEqual([401, 'step_over'])
    await sayPassword(browser, ann)
    const step = browser.cookies.get('step') ?? ''
    expect((await browser.post('/auth/session/second', { code: codeOf(server, secret) })).status).toBe(200)
    browser.cookies.set('step', step)
    const again = await browser.post('/auth/session/second', { code: codeOf(server, secret, 1) })
    expect(again.body.error_code).toBe('step_over')
    await sayPassword(browser, ann)
    await server.advance('PT11M')
    const late = await browser.post('/auth/session/second', { code: codeOf(server, secret) })
    expect(late.body.error_code).toBe('step_over')
  })

  test('a recovery code opens once, however it is typed, and none lies in the database', async () => {
    const ann = await someone()
    const { recovery, secret } = await addApp(server, ann)
    expect([recovery.length, new Set(recovery).size]).toEqual([10, 10])
    const [first = '', second = ''] = recovery
    const browser = newBrowser(server)
    await sayPassword(browser, ann)
    const typed = ` ${first.toUpperCase().replace('-', ' ')} `
    expect((await browser.post('/auth/session/second', { code: typed })).status).toBe(200)
    await sayPassword(browser, ann)
    expect((await browser.post('/auth/session/second', { code: first })).status).toBe(401)
    expect((await ann.browser.get(SECOND)).body).toMatchObject({ code_app: true, recovery_codes_left: 9 })
    const fresh = await ann.browser.post(`${SECOND}/recovery-codes`, {
      password: PASSWORD,
      code: codeOf(server, secret),
    })
    expect(fresh.body.recovery_codes).toHaveLength(10)
    expect((await browser.post('/auth/session/second', { code: second })).status).toBe(401)
    const file = server.ctx.db.serialize()
    for (const hidden of [secret, first, fresh.body.recovery_codes[0]]) expect(file.includes(hidden)).toBe(false)
  })

  test('an app allows itself nothing either: the page for programs asks for the second step too', async () => {
    const ann = await someone()
    const { secret } = await addApp(server, ann)
    const asked = request(await register(server))
    const browser = newBrowser(server)
    const form = (more: Record<string, string>) => new URLSearchParams({ ...asked, ...more })
    const half = await browser.post('/oauth/login', form({ login: ann.username, password: PASSWORD }))
    expect([half.status, half.headers.get('location')]).toEqual([200, null])
    expect(half.text).toContain('The second step')
    expect(browser.cookies.has('session')).toBe(false)
    const sneaked = await browser.post('/oauth/authorize', form({ account: ann.id, answer: 'allow' }))
    expect(sentBack(sneaked.headers).code).toBeUndefined()
    const wrong = await browser.post('/oauth/login/second', form({ code: '000000' }))
    expect([wrong.status, wrong.text.includes('does not open it')]).toEqual([401, true])
    const right = await browser.post('/oauth/login/second', form({ code: codeOf(server, secret) }))
    expect([right.status, right.headers.get('location')?.startsWith('/oauth/authorize?')]).toEqual([303, true])
    const allowed = await browser.post('/oauth/authorize', form({ account: ann.id, answer: 'allow' }))
    expect(sentBack(allowed.headers).code).toMatch(/^[\w-]{43}$/)
  })

  test('a log-in half way dies with the password', async () => {
    const ann = await someone()
    const { secret } = await addApp(server, ann)
    const thief = newBrowser(server)
    await sayPassword(thief, ann)
    const change = { current: PASSWORD, password: 'another lantern, somewhere else' }
    expect((await ann.browser.post('/auth/password/change', change)).status).toBe(200)
    expect((await thief.post('/auth/session/second', { code: codeOf(server, secret) })).body.error_code).toBe(
      'step_over',
    )
    expect((await ann.api.get('/api/v1/accounts/verify_credentials')).status).toBe(401)
  })
})

describe('what changes the second step', () => {
  test('asks for password and code, and whoever sits at an open browser cannot', async () => {
    const ann = await someone()
    expect((await ann.browser.post(`${SECOND}/code-app`, { password: 'guess' })).body.details).toHaveProperty(
      'password',
    )
    expect((await ann.browser.post(`${SECOND}/code-app`, {})).status).toBe(422)
    const { secret } = await addApp(server, ann)
    expect(
      (await ann.browser.post(`${SECOND}/code-app`, { password: PASSWORD, code: codeOf(server, secret) })).status,
    ).toBe(409)
    for (const proof of [
      {},
      { password: PASSWORD },
      { password: PASSWORD, code: '000000' },
      { code: codeOf(server, secret, 1) },
    ])
      expect((await ann.browser.delete(`${SECOND}/code-app`, proof)).status).toBe(422)
    const code = codeOf(server, secret, 1)
    expect((await ann.browser.delete(`${SECOND}/code-app`, { password: PASSWORD, code })).status).toBe(200)
    expect((await ann.browser.get(SECOND)).body).toMatchObject({ code_app: false, recovery_codes_left: 0 })
    expect((await sayPassword(newBrowser(server), ann)).status).toBe(200)
  })

  test('counts for nothing until a code of it was typed', async () => {
    const ann = await someone()
    const { body } = await ann.browser.post(`${SECOND}/code-app`, { password: PASSWORD })
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/.*secret=/)
    expect((await ann.browser.post(`${SECOND}/code-app/confirm`, { code: '000000' })).status).toBe(422)
    expect((await sayPassword(newBrowser(server), ann)).status).toBe(200)
  })

  test('is for the person at our own client: no program can, whatever it may', async () => {
    const ann = await someone()
    expect((await ann.api.get(SECOND)).status).toBe(403)
    expect((await ann.api.post(`${SECOND}/code-app`, { password: PASSWORD })).status).toBe(403)
    expect((await server.visitor.get(SECOND)).status).toBe(401)
  })

  test('is told by mail, with nothing in it that opens anything', async () => {
    const ann = await someone()
    const { secret, recovery } = await addApp(server, ann)
    await ann.browser.delete(`${SECOND}/code-app`, { password: PASSWORD, code: codeOf(server, secret) })
    const letters = (
      server.ctx.db.prepare('SELECT content FROM mails ORDER BY id DESC LIMIT 2').all() as { content: Buffer }[]
    ).map(({ content }) => server.ctx.vault.open(content))
    expect(letters[0]).toContain('was removed')
    expect(letters[1]).toContain('was added')
    for (const hidden of [secret, ...recovery]) expect(letters.join()).not.toContain(hidden)
  })
})

test('after ten wrong codes in an hour nobody can try more, in however many log-ins', async () => {
  const strict = await startServer({ RATE_LIMITS: 'on' })
  const ann = await strict.signUp('ann')
  const { secret } = await addApp(strict, ann)
  const tries: number[] = []
  for (let n = 0; n < 11; n += 1) {
    const browser = newBrowser(strict)
    if (n % 4 === 0) await strict.advance('PT6M')
    await sayPassword(browser, ann)
    tries.push((await browser.post('/auth/session/second', { code: '000000' })).status)
  }
  expect(tries).toEqual([...Array(10).fill(401), 429])
  const browser = newBrowser(strict)
  await sayPassword(browser, ann)
  expect((await browser.post('/auth/session/second', { code: codeOf(strict, secret) })).status).toBe(429)
  await strict.stop()
})

test('the operator opens the account of somebody who lost both phone and codes, and logs them out', async () => {
  const ann = await someone()
  await addApp(server, ann)
  const { config } = server.ctx
  const { code } = await runAdmin(
    { PUBLIC_URL: config.publicUrl, DATA_DIR: config.dataDir, LOG_LEVEL: 'silent' },
    'accounts',
    'modify',
    ann.username,
    '--disable-2fa',
  )
  expect(code).toBe(0)
  expect((await ann.browser.get('/auth/session')).body.account).toBeNull()
  expect((await sayPassword(newBrowser(server), ann)).status).toBe(200)
})
