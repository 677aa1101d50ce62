import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../server/routes.ts'
import { join, newBrowser, signUpForm } from '../support/newcomer.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open' })
})
afterAll(() => server.stop())

const about = async () => (await server.visitor.get('/api/community/v1/about')).body

describe('the three numbers', () => {
  test('are live and true', async () => {
    expect((await about()).stats).toEqual({ users: 0, statuses: 0, peers: 0 })
    const ada = await server.signUp('ada')
    await server.signUp('waiting_one', { waiting: true })
    await newBrowser(server).post('/auth/sign-up', signUpForm('unconfirmed_one'))
    const { body: post } = await ada.api.post('/api/v1/statuses', { status: 'one', visibility: 'direct' })
    await ada.api.post('/api/v1/statuses', { status: 'two' })
    server.ctx.db.prepare(`INSERT INTO peers (domain, first_seen_at) VALUES ('left.example', 1)`).run()
    expect((await about()).stats).toEqual({ users: 1, statuses: 2, peers: 1 })
    await ada.api.delete(`/api/v1/statuses/${post.id}`)
    server.ctx.db.prepare(`DELETE FROM peers`).run()
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(ada.accountId)
    expect((await about()).stats).toEqual({ users: 0, statuses: 1, peers: 0 })
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = NULL WHERE id = ?').run(ada.accountId)
    await join(server, 'joined_one')
    expect((await about()).stats.users).toBe(2)
  })
})

test('a look at recent posts shows the newest six that are for everyone', async () => {
  const eve = await server.signUp('eve')
  const post = (status: string, more = {}) => eve.api.post('/api/v1/statuses', { status, ...more })
  for (let n = 1; n <= 7; n += 1) await post(`public ${n}`)
  const { body: last } = await post('with a warning', { spoiler_text: 'food' })
  await post('for followers', { visibility: 'private' })
  await post('quiet', { visibility: 'unlisted' })
  await post('for us', { local_only: true })
  await post('to nobody', { visibility: 'direct' })
  const { recent } = await about()
  expect(recent.map((one: { content: string }) => one.content.replace(/<[^>]+>/g, ''))).toEqual([
    'with a warning',
    'public 7',
    'public 6',
    'public 5',
    'public 4',
    'public 3',
  ])
  expect(recent[0]).toMatchObject({ id: last.id, spoiler_text: 'food', account: { acct: 'eve' } })
})

describe('the about page', () => {
  test('is whole without a script, an account or a client: at / and at /about', async () => {
    for (const path of ['/', '/about']) {
      const { status, headers, text } = await server.visitor.get(path)
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8'])
      expect(text).toContain('Home to')
      expect(text).toContain('Who authored')
      expect(text).toContain('Connected to')
      expect(text).toContain('Hotmail and Outlook are currently dropping emails')
      expect(text).toContain('Racist behavior and statements')
      expect(text).toContain('Circumventing blocks')
      expect(text).toContain('seek a mediator')
      expect(text).toContain('An independent collective of leftists runs this community.')
      expect(text).not.toContain('Hong Kong')
      expect(text).not.toMatch(/<script>|style="|onclick=/)
    }
  })

  test('escapes what the owner writes', async () => {
    const owner = await server.signUp('owner_one', { roles: ['owner'] })
    const evil = '<img src=x onerror=alert(1)>'
    const form = { name: evil, statement: evil, purpose: evil, who_runs: evil, notices: [{ title: evil, text: evil }] }
    await owner.browser.patch('/api/community/v1/admin/settings', form)
    const { text } = await server.visitor.get('/about')
    expect(text).toContain('&lt;img')
    expect(text).not.toContain('<img src=x')
    await owner.browser.patch('/api/community/v1/admin/settings', { name: 'Left Community' })
  })

  test('is at / for visitors only; members have their home there', async () => {
    const member = await server.signUp('member_one')
    const { status, text } = await member.browser.get('/')
    expect(status).toBe(200)
    expect(text).not.toContain('Home to')
    expect((await member.browser.get('/about')).text).toContain('Home to')
  })
})

describe('the community’s own API is described', () => {
  test('door by door, from the forms themselves', async () => {
    const { status, body } = await server.visitor.get('/api/community/v1/openapi.json')
    expect(status).toBe(200)
    expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: server.url }] })
    const described = Object.entries<object>(body.paths).flatMap(([path, doors]) =>
      Object.keys(doors).map((method) => `${method} ${path}`),
    )
    const doors = routes
      .filter(({ path }) => /^\/(auth|api\/community)\//.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect([...described, 'get /api/community/v1/openapi.json'].sort()).toEqual(doors.sort())
    for (const door of Object.values<object>(body.paths).flatMap((one) => Object.values(one))) {
      expect(door.summary).toMatch(/\.$/)
    }
    const form = body.paths['/auth/sign-up'].post.requestBody.content['application/json'].schema
    expect(Object.keys(form.properties)).toContain('form_id')
    expect(form.required).toContain('form_id')
    expect(body.paths['/api/community/v1/rules/{version}'].get.parameters).toEqual([
      { name: 'version', in: 'path', required: true, schema: { type: 'string' } },
    ])
  })
})
