import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAdmin } from '../support/admin.ts'
import { makeAuthenticator } from '../support/authenticator.ts'
import { cast } from '../support/masto.ts'
import { CHOSEN, mailsOf, secretFor, settle, signUpForm } from '../support/newcomer.ts'
import { freePort } from '../support/process.ts'
import { newBrowser, SECOND, sayPassword } from '../support/second-step.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let origin: string
beforeAll(async () => {
  const port = String(await freePort())
  origin = `http://localhost:${port}`
  server = await startServer({ PORT: port, PUBLIC_URL: origin, REGISTRATIONS: 'open' })
})
afterAll(() => server.stop())

const begin = (person: Person) => person.browser.post(`${SECOND}/passkeys/options`, { password: PASSWORD })

/** Gives somebody a passkey. */
async function addKey(person: Person, name = 'Phone') {
  const key = makeAuthenticator(origin)
  const { body: options } = await begin(person)
  const made = await person.browser.post(`${SECOND}/passkeys`, { name, response: key.create(options) })
  return { key, made }
}

const enter = async (key: ReturnType<typeof makeAuthenticator>, wrong = {}) => {
  const browser = newBrowser(server)
  const { body: options } = await browser.post('/auth/passkey/options')
  return { browser, reply: await browser.post('/auth/passkey', { passkey: key.get(options, wrong) }) }
}

describe('a passkey', () => {
  test('logs in without a password, and is the second step after one', async () => {
    const [ann] = await cast(server, 'ann')
    const { key, made } = await addKey(ann)
    expect([made.status, made.body.recovery_codes.length]).toEqual([200, 10])
    const { reply } = await enter(key)
    expect([reply.status, reply.body.account.username]).toEqual([200, ann.username])
    const browser = newBrowser(server)
    expect((await sayPassword(browser, ann)).body.second_step).toEqual(['passkey'])
    const { body: options } = await browser.post('/auth/session/second/options')
    expect(options.allowCredentials).toHaveLength(1)
    expect(options.userVerification).toBe('required')
    const done = await browser.post('/auth/session/second', { passkey: key.get(options) })
    expect(done.body.account.id).toBe(ann.id)
    expect((await ann.browser.get(SECOND)).body.passkeys).toMatchObject([
      { name: 'Phone', used_at: expect.any(String) },
    ])
  })

  test('answers each question once', async () => {
    const [ann] = await cast(server, 'ann')
    const { key } = await addKey(ann)
    const browser = newBrowser(server)
    const { body: options } = await browser.post('/auth/passkey/options')
    const passkey = key.get(options)
    expect((await browser.post('/auth/passkey', { passkey })).status).toBe(200)
    expect((await newBrowser(server).post('/auth/passkey', { passkey })).status).toBe(401)
    const { body: old } = await browser.post('/auth/passkey/options')
    await server.advance('PT6M')
    expect((await browser.post('/auth/passkey', { passkey: key.get(old) })).status).toBe(401)
  })

  test('is not taken from another site, for another host, without its owner there, or as a copy of an older one', async () => {
    const [ann] = await cast(server, 'ann')
    const { key } = await addKey(ann)
    for (const wrong of [
      { origin: 'https://evil.example' },
      { host: 'evil.example' },
      { verified: false },
      { counter: 1 },
      { handle: 'AAAA' },
    ])
      expect((await enter(key, wrong)).reply.status, JSON.stringify(wrong)).toBe(401)
    expect((await enter(makeAuthenticator(origin))).reply.status).toBe(401)
    expect((await enter(key)).reply.status).toBe(200)
  })

  test('opens nobody else’s second step, nor one purpose with the answer to another', async () => {
    const [ann, eve] = await cast(server, 'ann', 'eve')
    await addKey(ann)
    const { key: evil } = await addKey(eve)
    const browser = newBrowser(server)
    await sayPassword(browser, ann)
    const { body: options } = await browser.post('/auth/session/second/options')
    expect((await browser.post('/auth/session/second', { passkey: evil.get(options) })).status).toBe(401)
    const { body: proving } = await eve.browser.post(`${SECOND}/prove-options`)
    expect((await newBrowser(server).post('/auth/passkey', { passkey: evil.get(proving) })).status).toBe(401)
    expect((await server.visitor.post('/auth/session/second/options', {}, { origin })).status).toBe(401)
  })

  test('is added only by who proved themselves, for the question that they were asked', async () => {
    const [ann, eve] = await cast(server, 'ann', 'eve')
    expect((await ann.browser.post(`${SECOND}/passkeys/options`, { password: 'guess' })).status).toBe(422)
    const { body: options } = await begin(ann)
    const add = (person: Person, response: unknown) => person.browser.post(`${SECOND}/passkeys`, { response })
    const key = makeAuthenticator(origin)
    expect((await add(eve, key.create(options))).status).toBe(422)
    for (const wrong of [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { verified: false }]) {
      const { body: fresh } = await begin(ann)
      expect((await add(ann, key.create(fresh, wrong))).status).toBe(422)
    }
    const { body: last } = await begin(ann)
    const response = key.create(last)
    expect((await add(ann, response)).status).toBe(200)
    expect((await add(ann, response)).status).toBe(422)
    expect((await add(ann, { id: 'x' })).status).toBe(422)
  })

  test('is taken away with a passkey or recovery code, by its owner, and opens nothing after', async () => {
    const [ann, eve] = await cast(server, 'ann', 'eve')
    const { key, made } = await addKey(ann)
    await addKey(eve)
    const [{ id }] = (await ann.browser.get(SECOND)).body.passkeys
    expect((await ann.browser.delete(`${SECOND}/passkeys/${id}`, { password: PASSWORD })).status).toBe(422)
    const { body: options } = await ann.browser.post(`${SECOND}/prove-options`)
    const proof = { password: PASSWORD, passkey: key.get(options) }
    const [{ id: hers }] = (await eve.browser.get(SECOND)).body.passkeys
    expect((await ann.browser.delete(`${SECOND}/passkeys/${hers}`, proof)).status).toBe(404)
    const [code] = made.body.recovery_codes
    expect((await ann.browser.delete(`${SECOND}/passkeys/${id}`, { password: PASSWORD, code })).status).toBe(200)
    expect((await enter(key)).reply.status).toBe(401)
    expect((await ann.browser.get(SECOND)).body).toMatchObject({ passkeys: [], recovery_codes_left: 0 })
  })
})

test('where the community has no name of its own, passkeys are not offered', async () => {
  const bare = await startServer()
  const ann = await bare.signUp('ann')
  expect((await ann.browser.get(SECOND)).body.passkeys_possible).toBe(false)
  expect((await ann.browser.post(`${SECOND}/passkeys/options`, { password: PASSWORD })).status).toBe(409)
  await bare.stop()
})

describe('joining with a passkey instead of a password', () => {
  const begun = async (username: string) => {
    const [browser, key] = [newBrowser(server), makeAuthenticator(origin)]
    const { body: options } = await browser.post('/auth/sign-up/passkey', { username })
    const send = (passkey: unknown, changes = {}) =>
      browser.post('/auth/sign-up', signUpForm(username, { password: '', passkey, ...changes }))
    return { browser, key, options, send }
  }
  const joined = async (username: string) => {
    const { browser, key, options, send } = await begun(username)
    expect((await send(key.create(options))).status).toBe(200)
    const token = secretFor(server, `${username}@mail.example`, '/confirm')
    expect((await browser.post('/auth/confirm', { token })).body).toMatchObject({ step: 'joined', logged_in: true })
    return { browser, key }
  }
  const proof = async (browser: ReturnType<typeof newBrowser>, key: ReturnType<typeof makeAuthenticator>) => ({
    passkey: key.get((await browser.post(`${SECOND}/prove-options`)).body),
  })

  test('makes the account with the passkey, which opens it alone; no password does, an empty one neither', async () => {
    const { browser, key } = await joined('keen')
    expect((await browser.get(SECOND)).body).toMatchObject({ password: false, passkeys: [{ name: 'Passkey' }] })
    expect((await enter(key)).reply.body.account.username).toBe('keen')
    expect((await enter(key, { handle: 'AAAA' })).reply.status).toBe(401)
    for (const password of ['', PASSWORD, 'nobody has this password'])
      expect((await newBrowser(server).post('/auth/session', { login: 'keen', password })).status).toBe(401)
    const waiting = server.ctx.db.prepare(`SELECT passkey FROM registrations WHERE username_key = 'keen'`).get()
    expect(waiting).toEqual({ passkey: null })
  })

  test('makes none with a passkey that does not hold, and keeps one that does while other answers are mended', async () => {
    const { key, options, send } = await begun('sham')
    for (const wrong of [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { verified: false }]) {
      const other = await begun('sham')
      const { status, body } = await other.send(other.key.create(other.options, wrong))
      expect([status, Object.keys(body.details)], JSON.stringify(wrong)).toEqual([422, ['passkey']])
    }
    const mine = key.create(options)
    expect((await send(mine, { adult: false })).body.details).toMatchObject({ adult: expect.anything() })
    expect((await send(mine)).status).toBe(200)
    const again = await begun('second_sham')
    expect((await again.send(mine)).body.details).toHaveProperty('passkey')
    expect((await again.send(undefined)).body.details).toHaveProperty('password')
  })

  test('proves oneself by the passkey alone, and the only one is not taken away', async () => {
    const { browser, key } = await joined('sole')
    const begin = (given: object) => browser.post(`${SECOND}/passkeys/options`, given)
    expect((await begin({ password: '' })).status).toBe(422)
    expect((await begin({ password: '', code: '123456' })).status).toBe(422)
    const [only] = (await browser.get(SECOND)).body.passkeys
    const remove = async (id: string) => browser.delete(`${SECOND}/passkeys/${id}`, await proof(browser, key))
    expect((await remove(only.id)).status).toBe(409)
    const spare = makeAuthenticator(origin)
    const { body: options } = await begin(await proof(browser, key))
    expect((await browser.post(`${SECOND}/passkeys`, { name: 'Spare', response: spare.create(options) })).status).toBe(
      200,
    )
    expect((await enter(spare)).reply.status).toBe(200)
    expect((await remove(only.id)).status).toBe(200)
    expect((await enter(key)).reply.status).toBe(401)
  })

  test('is recovered by a link to the mail address: a password takes the place of the lost passkey', async () => {
    const { browser, key } = await joined('mislaid')
    await browser.post('/auth/password-reset', { email: 'mislaid@mail.example' })
    await settle(server)
    expect(mailsOf(server, 'mislaid@mail.example').length).toBeGreaterThan(1)
    const token = secretFor(server, 'mislaid@mail.example', '/reset')
    expect((await newBrowser(server).post('/auth/password', { token, password: CHOSEN })).status).toBe(200)
    expect((await browser.get('/auth/session')).body.state).toBe('visitor')
    expect((await enter(key)).reply.status).toBe(401)
    const back = await newBrowser(server).post('/auth/session', { login: 'mislaid', password: CHOSEN })
    expect(back.body).toMatchObject({ account: { username: 'mislaid' } })
  })
  test('lets one set a password by the passkey, which is then the second step beside it, with codes for its loss', async () => {
    const { browser, key } = await joined('later')
    const set = (given: object) => browser.post('/auth/password/change', { password: CHOSEN, ...given })
    expect((await set({})).status).toBe(422)
    expect((await set({ current: '' })).status).toBe(422)
    const short = await set({ password: 'short', ...(await proof(browser, key)) })
    expect(Object.keys(short.body.details)).toEqual(['password'])
    const { browser: other } = await enter(key)
    const done = await set(await proof(browser, key))
    expect([done.status, done.body.recovery_codes.length]).toEqual([200, 10])
    expect((await browser.get('/auth/session')).body.account.username).toBe('later')
    expect((await other.get('/auth/session')).body.account).toBeNull()
    const back = newBrowser(server)
    const half = await back.post('/auth/session', { login: 'later', password: CHOSEN })
    expect([half.status, half.body.second_step]).toEqual([401, ['passkey']])
    const [code] = done.body.recovery_codes
    expect((await back.post('/auth/session/second', { code })).body.account.username).toBe('later')
    expect((await enter(key)).reply.status).toBe(200)
    const again = { current: CHOSEN, password: 'another lantern, somewhere else' }
    expect((await browser.post('/auth/password/change', again)).body.recovery_codes).toBeNull()
  })
})

describe('when the operator resets an account that was taken', () => {
  const operator = (...args: string[]) => {
    const { dataDir, publicUrl } = server.ctx.config
    return runAdmin({ PUBLIC_URL: publicUrl, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, 'accounts', ...args)
  }

  test('nothing opens it but the new password: no passkey, no code of an app or for recovery', async () => {
    const [ann] = await cast(server, 'ann')
    const { key, made } = await addKey(ann, 'The thief’s')
    const { stdout } = await operator('reset-password', ann.username, '--password', CHOSEN)
    expect(stdout).toContain('Passkeys, the app that shows codes and recovery codes open nothing any more.')
    expect((await enter(key)).reply.status).toBe(401)
    expect((await ann.browser.get('/auth/session')).body.account).toBeNull()
    const browser = newBrowser(server)
    const back = await browser.post('/auth/session', { login: ann.username, password: CHOSEN })
    expect(back.body.account.username).toBe(ann.username)
    expect((await browser.get(SECOND)).body).toMatchObject({ passkeys: [], recovery_codes_left: 0 })
    expect(made.body.recovery_codes).toHaveLength(10)
  })

  test('who had only a passkey is given a password, and is not left without any way in', async () => {
    const key = makeAuthenticator(origin)
    const browser = newBrowser(server)
    const { body: options } = await browser.post('/auth/sign-up/passkey', { username: 'strayed' })
    await browser.post('/auth/sign-up', signUpForm('strayed', { password: '', passkey: key.create(options) }))
    await browser.post('/auth/confirm', { token: secretFor(server, 'strayed@mail.example', '/confirm') })
    expect((await operator('modify', 'strayed', '--disable-2fa')).code).toBe(1)
    expect((await enter(key)).reply.status).toBe(200)
    await operator('reset-password', 'strayed', '--password', CHOSEN)
    expect((await enter(key)).reply.status).toBe(401)
    const back = await newBrowser(server).post('/auth/session', { login: 'strayed', password: CHOSEN })
    expect(back.body.account.username).toBe('strayed')
  })
})
