import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mastoOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const SCOPES = 'read write admin:read admin:write'
const accounts = '/api/v1/admin/accounts'

let server: TestServer
let mia: Person
let alice: Person
let ben: Person
beforeAll(async () => {
  server = await startServer()
  mia = await server.signUp('mia', { roles: ['moderator'], scopes: SCOPES })
  alice = await server.signUp('alice', { scopes: SCOPES })
  ben = await server.signUp('ben')
})
afterAll(() => server.stop())

const names = (list: { username?: string }[]) => list.map(({ username }) => username)
const report = async (target: Person, words: string, by = ben) =>
  (await by.api.post('/api/v1/reports', { account_id: target.id, comment: words })).body

describe('a program of the staff’s', () => {
  test('lists people by where they are, how they stand and what they are called', async () => {
    await server.signUp('waiting_one', { waiting: true })
    const admin = mastoOf(server, mia)
    expect(names(await admin.v1.admin.accounts.list({ pending: true }))).toEqual(['waiting_one'])
    const found = (await mia.api.get('/api/v2/admin/accounts?username=ali&origin=local')).body
    expect(found[0]).toMatchObject({
      username: 'alice',
      email: 'alice@mail.example',
      ip: null,
      confirmed: true,
      approved: true,
    })
    expect(names((await mia.api.get(`${accounts}?email=ben@mail.example`)).body)).toEqual(['ben'])
    expect(names((await mia.api.get(`/api/v2/admin/accounts?permissions=staff`)).body)).toEqual(['mia'])
    const { headers } = await mia.api.get(`${accounts}?limit=2`)
    expect(headers.get('link')).toMatch(/max_id=\d+.*rel="next"/)
    expect((await mia.api.get(`${accounts}/1`)).status).toBe(404)
  })

  test('lets applicants in, and refuses them', async () => {
    const one = await server.signUp('hopeful', { waiting: true })
    const other = await server.signUp('hopeless', { waiting: true })
    expect((await mia.api.post(`${accounts}/${one.id}/approve`)).body.approved).toBe(true)
    expect((await mia.api.post(`${accounts}/${other.id}/reject`)).body.username).toBe('hopeless')
    expect((await mia.api.get(`${accounts}/${other.id}`)).status).toBe(404)
  })

  test('freezes and frees an account, which is a decision like every other', async () => {
    const carl = await server.signUp('carl')
    expect((await mia.api.post(`${accounts}/${carl.id}/action`, { type: 'disable' })).status).toBe(200)
    expect((await mia.api.get(`${accounts}/${carl.id}`)).body.disabled).toBe(true)
    expect((await carl.api.get('/api/v1/timelines/home')).status).toBe(401)
    expect((await mia.api.post(`${accounts}/${carl.id}/enable`)).body.disabled).toBe(false)
    expect((await mia.api.post(`${accounts}/${carl.id}/enable`)).status).toBe(403)
    const row = server.ctx.db
      .prepare('SELECT kind, over_why AS why FROM moderation_actions WHERE target_id = ?')
      .get(carl.accountId)
    expect(row).toEqual({ kind: 'freeze', why: 'lifted' })
  })

  test('suspends nobody without a rule, for good, or on its own word about itself', async () => {
    const dora = await server.signUp('dora')
    const { status, body } = await mia.api.post(`${accounts}/${dora.id}/action`, { type: 'suspend', text: 'because' })
    expect([status, body.details.rule[0].error]).toEqual([422, 'ERR_BLANK'])
    expect((await mia.api.post(`${accounts}/${dora.id}/action`, { type: 'sensitive' })).status).toBe(422)
    expect((await mia.api.post(`${accounts}/${mia.id}/action`, { type: 'disable' })).status).toBeGreaterThanOrEqual(403)
  })

  test('reads reports, takes, gives back and closes them', async () => {
    await report(alice, 'rude')
    const [one] = (await mia.api.get('/api/v1/admin/reports')).body
    expect(one).toMatchObject({ comment: 'rude', category: 'other', action_taken: false, assigned_account: null })
    expect([one.target_account.username, one.account.username]).toEqual(['alice', 'ben'])
    const path = `/api/v1/admin/reports/${one.id}`
    expect((await mia.api.post(`${path}/assign_to_self`)).body.assigned_account.username).toBe('mia')
    expect((await mia.api.post(`${path}/unassign`)).body.assigned_account).toBeNull()
    expect((await mia.api.post(`${path}/resolve`)).body.action_taken).toBe(true)
    await report(mia, 'she herself', alice)
    expect(
      (await mia.api.get('/api/v1/admin/reports')).body.every((r: { comment: string }) => r.comment === 'rude'),
    ).toBe(true)
  })

  test('needs the scope, and the member the role', async () => {
    const narrow = await server.signUp('narrow', { roles: ['moderator'], scopes: 'read write admin:read:reports' })
    expect((await narrow.api.get(accounts)).status).toBe(403)
    expect((await narrow.api.get('/api/v1/admin/reports')).status).toBe(200)
    expect((await narrow.api.post(`${accounts}/${ben.id}/action`, { type: 'disable' })).status).toBe(403)
    expect((await alice.api.get(accounts)).status).toBe(403)
  })
})
