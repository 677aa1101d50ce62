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
    expect((await mia.api.post(`${accounts}/${mia.id}/action`, { type: 'disable' })).status).toBeGreaterThanOrEqual(403)
  })

  test('removes nobody: what needs two people on our pages needs two for a program', async () => {
    const { status, body } = await mia.api.delete(`${accounts}/${ben.id}`)
    expect([status, body.error_code]).toEqual([409, 'needs_two'])
    expect((await mia.api.delete(`${accounts}/1`)).status).toBe(404)
    expect((await mia.api.get(`${accounts}/${ben.id}`)).body.suspended).toBe(false)
  })

  test('marks the posts of a report as sensitive, and takes the marks off again', async () => {
    const eve = await server.signUp('eve')
    const post = (await eve.api.post('/api/v1/statuses', { status: 'a gory thing' })).body
    const told = (await ben.api.post('/api/v1/reports', { account_id: eve.id, status_ids: [post.id] })).body
    const act = `${accounts}/${eve.id}/action`
    expect((await mia.api.post(act, { type: 'sensitive' })).status).toBe(422)
    expect((await mia.api.post(act, { type: 'sensitive', report_id: told.id })).status).toBe(200)
    const isSensitive = async () => (await ben.api.get(`/api/v1/statuses/${post.id}`)).body.sensitive
    expect([await isSensitive(), (await mia.api.get(`${accounts}/${eve.id}`)).body.sensitized]).toEqual([true, true])
    expect((await mia.api.post(`${accounts}/${eve.id}/unsensitive`)).body.sensitized).toBe(false)
    expect(await isSensitive()).toBe(false)
    expect((await mia.api.post(`${accounts}/${eve.id}/unsensitive`)).status).toBe(403)
  })

  test('reads reports, takes, gives back, closes and reopens them', async () => {
    await report(alice, 'rude')
    const about = `/api/v1/admin/reports?target_account_id=${alice.id}`
    const [one] = (await mia.api.get(about)).body
    expect(one).toMatchObject({ comment: 'rude', category: 'other', action_taken: false, assigned_account: null })
    expect([one.target_account.username, one.account.username]).toEqual(['alice', 'ben'])
    const path = `/api/v1/admin/reports/${one.id}`
    expect((await mia.api.post(`${path}/assign_to_self`)).body.assigned_account.username).toBe('mia')
    expect((await mia.api.post(`${path}/unassign`)).body.assigned_account).toBeNull()
    expect((await mia.api.post(`${path}/reopen`)).status).toBe(409)
    const resolved = (await mia.api.post(`${path}/resolve`)).body
    expect([resolved.action_taken, resolved.action_taken_by_account.username]).toEqual([true, 'mia'])
    expect([(await mia.api.get(about)).body, (await mia.api.get(`${about}&resolved=true`)).body.length]).toEqual([
      [],
      1,
    ])
    await server.advance('PT11M')
    const outcome = async () => (await ben.api.get(`/api/community/v1/reports/${one.id}`)).body.outcome
    expect(await outcome()).toBe('nothing')
    expect((await mia.api.post(`${path}/reopen`)).body).toMatchObject({
      action_taken: false,
      action_taken_by_account: null,
    })
    // the reporter hears anew what comes of it
    expect(await outcome()).toBeNull()
    await report(mia, 'she herself', alice)
    const seen = (await mia.api.get('/api/v1/admin/reports')).body
    expect(seen.map((r: { comment: string }) => r.comment)).toContain('rude')
    expect(seen.map((r: { comment: string }) => r.comment)).not.toContain('she herself')
  })

  test('says anew what a report is about, and never takes it from two people by that', async () => {
    const fay = await server.signUp('fay')
    const community = '/api/community/v1/reports'
    const mocking = (await ben.browser.post(community, { account_id: fay.id, kind: 'rule', rules: ['gr7c'] })).body
    const path = `/api/v1/admin/reports/${mocking.id}`
    const { category, rules } = (await mia.api.get(path)).body
    expect([category, rules.length]).toEqual(['violation', 1])
    const { status, body } = await mia.api.put(path, { category: 'spam' })
    expect([status, body.error_code]).toEqual([409, 'needs_two'])
    expect((await mia.api.put(path, { rule_ids: ['gr1'] })).body.error_code).toBe('needs_two')
    // as programs name it: by its id in the list of all
    const [racism] = (await server.visitor.get('/api/v1/instance/rules')).body
    expect((await mia.api.put(path, { rule_ids: ['gr7c', racism.id] })).body.rules).toMatchObject([
      { id: racism.id, text: racism.text, hint: racism.hint },
      rules[0],
    ])
    const gil = await server.signUp('gil')
    const told = await report(gil, 'sells things')
    const other = `/api/v1/admin/reports/${told.id}`
    expect((await mia.api.put(other, { category: 'spam' })).body).toMatchObject({ category: 'spam', rules: [] })
    expect((await mia.api.put(other, { category: 'violation' })).body.details.rule_ids[0].error).toBe('ERR_BLANK')
    expect((await mia.api.put(other, { rule_ids: ['no-such'], category: 'violation' })).status).toBe(422)
    expect((await ben.api.put(other, { category: 'other' })).status).toBe(403)
  })

  test('needs the scope, and the member the role', async () => {
    const narrow = await server.signUp('narrow', { roles: ['moderator'], scopes: 'read write admin:read:reports' })
    expect((await narrow.api.get(accounts)).status).toBe(403)
    expect((await narrow.api.get('/api/v1/admin/reports')).status).toBe(200)
    expect((await narrow.api.post(`${accounts}/${ben.id}/action`, { type: 'disable' })).status).toBe(403)
    expect((await alice.api.get(accounts)).status).toBe(403)
  })

  test('counts what happens here, of nobody in particular', async () => {
    await alice.api.post('/api/v1/statuses', { status: 'on #bread and #roses', language: 'en' })
    const today = new Date(server.ctx.now()).toISOString()
    const admin = mastoOf(server, mia)
    const keys = ['active_users', 'new_users', 'interactions', 'opened_reports', 'resolved_reports'] as const
    const read = await admin.v1.admin.measures.create({
      keys: [...keys],
      startAt: today,
      endAt: today,
    })
    expect(read.map(({ key }) => key)).toEqual(keys)
    expect(read.every(({ total, data }) => data.length === 1 && Number(total) === Number(data[0]?.value))).toBe(true)
    expect(Number(read[1]?.total)).toBeGreaterThanOrEqual(3)
    expect(Number(read[3]?.total)).toBeGreaterThanOrEqual(3)
    const [tag] = (await mia.api.get('/api/v1/admin/tags')).body
    const of = {
      keys: ['tag_uses', 'tag_servers', 'tag_languages'],
      tag_uses: { id: tag.id },
      tag_languages: { id: tag.id },
    }
    const [uses] = (await mia.api.post('/api/v1/admin/measures', { ...of, start_at: today, end_at: today })).body
    expect([uses.key, uses.total]).toEqual(['tag_uses', '1'])
    const parts = (
      await mia.api.post('/api/v1/admin/dimensions', {
        keys: ['languages', 'software_versions', 'tag_languages'],
        tag_languages: { id: tag.id },
      })
    ).body
    expect(parts.map(({ key }: { key: string }) => key)).toEqual(['languages', 'software_versions', 'tag_languages'])
    expect(parts[2].data).toEqual([{ key: 'en', human_key: 'English', value: '1' }])
    const cohorts = (
      await mia.api.post('/api/v1/admin/retention', { start_at: today, end_at: today, frequency: 'day' })
    ).body
    expect(cohorts[0]).toMatchObject({ frequency: 'day', data: [{ date: cohorts[0].period }] })
    expect(cohorts[0].data[0].rate).toBeGreaterThan(0)
    const long = { keys: ['new_users'], start_at: '1990-01-01', end_at: today }
    expect((await mia.api.post('/api/v1/admin/measures', long)).body.details.start_at[0].error).toBe('ERR_INVALID')
    expect((await alice.api.post('/api/v1/admin/measures', { keys })).status).toBe(403)
  })

  test('says how a hashtag is spelled and whether it is shown, and forbids none', async () => {
    await alice.api.post('/api/v1/statuses', { status: '#blacklivesmatter' })
    const [tag] = (await mia.api.get('/api/v1/admin/tags')).body
    const path = `/api/v1/admin/tags/${tag.id}`
    expect(tag).toMatchObject({ trendable: false, requires_review: true, usable: true, listable: true })
    const spelled = (await mia.api.put(path, { display_name: 'BlackLivesMatter', trendable: true })).body
    expect(spelled).toMatchObject({ name: 'BlackLivesMatter', trendable: true, requires_review: false })
    expect((await mia.api.get(path)).body).toEqual(spelled)
    expect((await mia.api.put(path, { display_name: 'SomethingElse' })).status).toBe(422)
    expect((await mia.api.put(path, { usable: false })).status).toBe(422)
    expect((await mia.api.get('/api/v1/admin/tags/1')).status).toBe(404)
  })
})
