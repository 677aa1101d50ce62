import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, say } from '../support/masto.ts'
import { mailsOf } from '../support/newcomer.ts'
import { addApp, codeOf, newBrowser, sayPassword } from '../support/second-step.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const DOOR = '/api/community/v1/departure'
const leave = (person: Person, proof: object = { password: PASSWORD }) => person.browser.post(DOOR, proof)
const count = (table: string, where: string, ...values: unknown[]) =>
  (server.ctx.db.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).get(...values) as { n: number }).n

describe('whoever leaves', () => {
  test('is hidden and logged out at once, everywhere, and comes back whole by logging in', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await follow(ben, ann)
    const post = await say(ann, 'What I wrote')
    expect((await leave(ann, { password: 'guess' })).status).toBe(422)
    const gone = await leave(ann)
    const days = (new Date(gone.body.ends_at).getTime() - server.ctx.now()) / 86_400_000
    expect(Math.round(days)).toBe(14)
    for (const client of [ann.browser, ann.api])
      expect((await client.get('/api/v1/accounts/verify_credentials')).status).toBe(401)
    expect((await ben.api.get(`/api/v1/statuses/${post.id}`)).status).toBe(404)
    expect((await ben.api.get('/api/v1/timelines/home')).body).toEqual([])
    expect((await server.visitor.get(`/@${ann.username}`)).status).toBe(404)
    expect((await ben.api.get(`/api/v1/accounts/search?q=${ann.username}`)).body).toEqual([])

    await server.advance('P13D')
    const back = await sayPassword(newBrowser(server), ann)
    expect([back.status, back.body.account.username]).toEqual([200, ann.username])
    expect(back.body.came_back).toBe(true)
    expect((await sayPassword(newBrowser(server), ann)).body).not.toHaveProperty('came_back')
    expect(mailsOf(server, `${ann.username}@mail.example`)[0]?.subject).toMatch(/stays$/)
    expect((await ben.api.get(`/api/v1/statuses/${post.id}`)).body.content).toContain('What I wrote')
    expect((await ben.api.get('/api/v1/timelines/home')).body).toHaveLength(1)
    await server.advance('P30D')
    expect((await server.visitor.get(`/@${ann.username}`)).status).toBe(200)
  })

  test('is deleted after the wait, with posts and keys, and nobody else gets the name', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    const root = await say(ben, 'A question')
    for (let n = 0; n < 3; n += 1) await say(ann, `Answer ${n}`, { in_reply_to_id: root.id })
    await addApp(server, ann)
    const app = server.ctx.db.prepare('SELECT secret FROM code_apps WHERE account_id = ?').get(ann.accountId)
    expect(app).toBeDefined()
    await ben.api.post(`/api/v1/accounts/${ann.id}/note`, { comment: 'gone soon' })
    const secret = server.ctx.vault.open((app as { secret: Buffer }).secret)
    expect((await leave(ann)).status).toBe(422)
    expect((await leave(ann, { password: PASSWORD, code: codeOf(server, secret) })).status).toBe(200)
    await server.advance('P15D')
    expect(count('accounts', 'id = ?', ann.accountId)).toBe(0)
    for (const table of ['statuses', 'members', 'sessions', 'tokens', 'code_apps', 'recovery_codes', 'departures'])
      expect([table, count(table, 'account_id = ?', ann.accountId)]).toEqual([table, 0])
    expect(count('account_notes', 'target_id = ?', ann.accountId)).toBe(0)
    expect((await ben.api.get(`/api/v1/statuses/${root.id}`)).body.replies_count).toBe(0)
    expect((await sayPassword(newBrowser(server), ann)).status).toBe(401)
    await expect(server.signUp(ann.username.toUpperCase())).rejects.toThrow()
    const check = await server.visitor.get(`/api/community/v1/onboarding/username?username=${ann.username}`)
    expect(check.text).not.toContain('"available":true')
    expect(server.ctx.db.serialize().includes(ann.username)).toBe(false)
    // 19: other servers, too, find that they are gone, and nothing else about them
    const actor = `/ap/users/${ann.id}`
    const gone = await server.visitor.get(actor, { accept: 'application/activity+json' })
    expect([gone.status, gone.body]).toMatchObject([410, { type: 'Tombstone', id: `${server.url}${actor}` }])
    expect(gone.text).not.toContain(ann.username)
  })

  test('cannot leave a community without an owner', async () => {
    const own = await startServer()
    const owner = await own.signUp('owner', { roles: ['owner'] })
    expect((await owner.browser.get(DOOR)).body).toEqual({ days: 14, last_owner: true })
    const refused = await owner.browser.post(DOOR, { password: PASSWORD })
    expect([refused.status, refused.body.error_code]).toEqual([409, 'last_owner'])
    const heir = await own.signUp('heir', { roles: ['owner'] })
    expect((await owner.browser.post(DOOR, { password: PASSWORD })).status).toBe(200)
    expect((await heir.browser.post(DOOR, { password: PASSWORD })).status).toBe(409)
    await own.stop()
  })

  test('and was suspended meanwhile does not get round that by coming back', async () => {
    const [ann] = await cast(server, 'ann')
    await leave(ann)
    await server.advance('PT1H')
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = ? WHERE id = ?').run(server.ctx.now(), ann.accountId)
    expect((await sayPassword(newBrowser(server), ann)).status).toBe(403)
  })

  test('has to take the second step to come back: the password alone undoes nothing', async () => {
    const [ann] = await cast(server, 'ann')
    const { secret } = await addApp(server, ann)
    await leave(ann, { password: PASSWORD, code: codeOf(server, secret) })
    const browser = newBrowser(server)
    expect((await sayPassword(browser, ann)).body.error_code).toBe('second_step')
    expect((await server.visitor.get(`/@${ann.username}`)).status).toBe(404)
    await browser.post('/auth/session/second', { code: codeOf(server, secret, 1) })
    expect((await server.visitor.get(`/@${ann.username}`)).status).toBe(200)
  })

  test('does so in person: no program can, and rules that were not accepted are no hindrance', async () => {
    const [ann] = await cast(server, 'ann')
    expect((await ann.api.post(DOOR, { password: PASSWORD })).status).toBe(403)
    const newcomer = await server.signUp('newcomer', { unaccepted: true })
    expect((await leave(newcomer)).status).toBe(200)
  })
})
