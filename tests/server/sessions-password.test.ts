import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHOSEN, join, mailsOf, newBrowser, secretFor, settle } from '../support/newcomer.ts'
import { PASSWORD, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open' })
})
afterAll(() => server.stop())

const logIn = (login: string, password: string, browser = newBrowser(server)) =>
  browser.post('/auth/session', { login, password })

describe('a password', () => {
  test('is kept as argon2id of 19 MiB, two passes, one thread', async () => {
    await join(server, 'argon')
    const row = server.ctx.db
      .prepare(
        `SELECT password_hash AS hash FROM members JOIN accounts ON id = account_id WHERE username_key = 'argon'`,
      )
      .get() as { hash: string }
    expect(row.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const left = server.ctx.db
      .prepare(`SELECT password_hash AS hash FROM registrations WHERE username_key = 'argon'`)
      .get()
    expect(left).toEqual({ hash: '' })
  })

  test('is changed by the old one; every other session and program ends', async () => {
    const person = await server.signUp('changer', { email: 'changer@mail.example' })
    const here = newBrowser(server)
    await logIn('changer', PASSWORD, here)
    const wrong = await here.post('/auth/password/change', { current: 'nope', password: CHOSEN })
    expect(wrong.body.details.current[0].error).toBe('ERR_INVALID')
    const weak = await here.post('/auth/password/change', { current: PASSWORD, password: 'changer2026' })
    expect(weak.body.details.password[0].error).toBe('ERR_COMMON')
    expect((await person.api.get('/api/v1/accounts/verify_credentials')).status).toBe(200)
    expect((await here.post('/auth/password/change', { current: PASSWORD, password: CHOSEN })).status).toBe(200)
    expect((await here.get('/auth/session')).body.state).toBe('member')
    expect((await person.browser.get('/auth/session')).body.state).toBe('visitor')
    expect((await person.api.get('/api/v1/accounts/verify_credentials')).status).toBe(401)
    const again = await here.post('/auth/password/change', { current: PASSWORD, password: CHOSEN })
    expect(again.status, 'sent once more, as the answer was lost').toBe(200)
    expect((await logIn('changer', PASSWORD)).status).toBe(401)
    expect((await logIn('changer', CHOSEN)).status).toBe(200)
    expect(mailsOf(server, 'changer@mail.example')[0]?.subject).toBe('Your password at Left Community was changed')
  })

  test('is reset by mail, once; everything else is logged out', async () => {
    const person = await server.signUp('forgetful', { email: 'forgetful@mail.example' })
    const browser = newBrowser(server)
    expect((await browser.post('/auth/password-reset', { email: 'Forgetful@mail.example' })).body).toEqual({})
    await settle(server)
    const token = secretFor(server, 'forgetful@mail.example', '/reset')
    const weak = await browser.post('/auth/password', { token, password: 'short' })
    expect(weak.body.details.password[0].error).toBe('ERR_TOO_SHORT')
    expect((await browser.post('/auth/password', { token, password: CHOSEN })).body).toEqual({})
    const again = await browser.post('/auth/password', { token, password: CHOSEN })
    expect([again.status, again.body.error_code]).toEqual([410, 'link_used'])
    expect((await person.browser.get('/auth/session')).body.state).toBe('visitor')
    expect((await person.api.get('/api/v1/accounts/verify_credentials')).status).toBe(401)
    expect((await logIn('forgetful', CHOSEN)).status).toBe(200)
  })

  test('by one link that two use at the same moment, once', async () => {
    await server.signUp('double', { email: 'double@mail.example' })
    await newBrowser(server).post('/auth/password-reset', { email: 'double@mail.example' })
    await settle(server)
    const token = secretFor(server, 'double@mail.example', '/reset')
    const take = (password: string) => newBrowser(server).post('/auth/password', { token, password })
    const answers = await Promise.all([take(CHOSEN), take(`${CHOSEN} again`)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  test('by a link that is too old, or was sent before another was used', async () => {
    await server.signUp('tardy', { email: 'tardy@mail.example' })
    const browser = newBrowser(server)
    const ask = async () => {
      await browser.post('/auth/password-reset', { email: 'tardy@mail.example' })
      await settle(server)
      return secretFor(server, 'tardy@mail.example', '/reset')
    }
    const old = await ask()
    await server.advance('PT3H')
    const expired = await browser.post('/auth/password', { token: old, password: CHOSEN })
    expect([expired.status, expired.body.error_code]).toEqual([410, 'link_expired'])
    const [first, second] = [await ask(), await ask()]
    expect((await browser.post('/auth/password', { token: second, password: CHOSEN })).status).toBe(200)
    expect((await browser.post('/auth/password', { token: first, password: CHOSEN })).body.error_code).toBe('link_used')
    expect((await browser.post('/auth/password', { token: 'none', password: CHOSEN })).status).toBe(404)
  })

  test('asks alike for known and unknown addresses, and writes the same', async () => {
    await server.signUp('asked', { email: 'asked@mail.example' })
    const browser = newBrowser(server)
    const jobs = () => (server.ctx.db.prepare('SELECT count(*) AS n FROM jobs').get() as { n: number }).n
    await settle(server)
    const before = jobs()
    const ask = async (email: string) => {
      const { status, body } = await browser.post('/auth/password-reset', { email })
      return { status, body }
    }
    expect(await ask('asked@mail.example')).toEqual(await ask('unknown@mail.example'))
    await settle(server)
    expect(jobs()).toBe(before)
    expect(mailsOf(server, 'asked@mail.example')).toHaveLength(1)
    expect(mailsOf(server, 'unknown@mail.example')).toHaveLength(0)
  })

  test('does not fill somebody’s mailbox with links', async () => {
    await server.signUp('pestered', { email: 'pestered@mail.example' })
    for (let round = 0; round < 9; round += 1) {
      await newBrowser(server).post('/auth/password-reset', { email: 'pestered@mail.example' })
      await settle(server)
    }
    expect(mailsOf(server, 'pestered@mail.example')).toHaveLength(5)
  })

  test('is reset by hand with a link that an owner gives', async () => {
    const chair = await server.signUp('resetter', { roles: ['owner'] })
    const person = await server.signUp('mailless')
    const path = `/api/community/v1/admin/people/${person.id}/reset-link`
    const { body } = await chair.browser.post(path)
    const token = new URL(body.link).hash.slice(1)
    expect(new URL(body.link).pathname).toBe('/reset')
    expect((await newBrowser(server).post('/auth/password', { token, password: CHOSEN })).status).toBe(200)
    expect((await logIn('mailless', CHOSEN)).status).toBe(200)
    expect((await person.browser.post(path)).status).toBe(401)
  })

  test('of somebody with a role is reset by nobody of the same role or a lower one', async () => {
    const owner = await server.signUp('top', { roles: ['owner'] })
    const admin = await server.signUp('middle', { roles: ['admin'] })
    const moderator = await server.signUp('lower', { roles: ['moderator'] })
    const other = await server.signUp('lower_two', { roles: ['moderator'] })
    const member = await server.signUp('plain')
    const may = async (by: typeof owner, target: typeof owner) =>
      (await by.browser.post(`/api/community/v1/admin/people/${target.id}/reset-link`)).status
    expect(await may(moderator, member)).toBe(200)
    expect(await may(moderator, other)).toBe(403)
    expect(await may(moderator, owner)).toBe(403)
    expect(await may(admin, moderator)).toBe(200)
    expect(await may(admin, owner)).toBe(403)
    expect(await may(owner, admin)).toBe(200)
    expect(await may(member, member)).toBe(403)
  })
})
