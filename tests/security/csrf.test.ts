import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../support/client.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const cookie = () => `session=${alice.browser.cookies.get('session')}`

/** What browsers send along with a form or a fetch of another site's page. */
const others: [string, Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['a sister domain', { origin: 'https://evil.left.example', 'sec-fetch-site': 'same-site' }],
  ['another port of this host', { origin: 'http://127.0.0.1:9', 'sec-fetch-site': 'same-site' }],
  ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['an old browser on another site', { origin: 'https://evil.example' }],
  ['a browser that says nothing', {}],
  ['the address bar', { 'sec-fetch-site': 'none' }],
]

const bodies: [string, Record<string, string>, string][] = [
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'status=forged'],
  ['a form of plain text', { 'content-type': 'text/plain' }, '{"status":"forged"}'],
  [
    'a form with parts',
    { 'content-type': 'multipart/form-data; boundary=x' },
    '--x\r\nContent-Disposition: form-data; name="status"\r\n\r\nforged\r\n--x--\r\n',
  ],
  ['JSON', { 'content-type': 'application/json' }, '{"status":"forged"}'],
]

describe('a page of another site cannot post in somebody’s name', () => {
  test.each(others)('from %s', async (_where, headers) => {
    for (const [, type, body] of bodies) {
      const client = createClient(server.url, { cookie: cookie(), ...headers, ...type })
      const reply = await client.post('/api/v1/statuses', body)
      expect([reply.status, reply.body.error_code]).toEqual([403, 'cross_site'])
    }
    const { body } = await alice.api.get(`/api/v1/accounts/${alice.id}/statuses`)
    expect(body).toEqual([])
  })

  test.each(bodies)('our own page can, with %s, unless it is no form at all', async (kind, type, body) => {
    const client = createClient(server.url, { cookie: cookie(), origin: server.url, ...type })
    const reply = await client.post('/api/v1/statuses', body)
    expect(reply.status).toBe(kind === 'a form of plain text' ? 415 : 200)
  })
})

describe('a page of another site cannot change anything else', () => {
  test.each([
    ['post', '/api/v1/accounts/1/follow'],
    ['post', '/api/v1/accounts/1/block'],
    ['patch', '/api/v1/accounts/update_credentials'],
    ['delete', '/api/v1/statuses/1'],
    ['delete', '/auth/session'],
    ['post', '/auth/password/change'],
    ['post', '/oauth/authorize'],
    ['post', '/api/community/v1/admin/people/1/approve'],
    ['patch', '/api/community/v1/admin/settings'],
  ] as const)('with %s %s', async (method, path) => {
    const client = createClient(server.url, {
      cookie: cookie(),
      origin: 'https://evil.example',
      accept: 'application/json',
    })
    const reply = await client[method](path, {})
    expect([reply.status, reply.body.error_code]).toEqual([403, 'cross_site'])
  })

  test('nor log anybody in as somebody else, where there is no cookie yet', async () => {
    for (const [, headers] of others) {
      for (const path of ['/auth/session', '/oauth/login', '/auth/session/']) {
        const reply = await server.visitor.post(
          path,
          { login: 'alice', password: PASSWORD },
          { ...headers, accept: 'application/json' },
        )
        expect([reply.status, reply.headers.get('set-cookie')]).toEqual([403, null])
      }
    }
  })

  test('nor sign anybody up, or confirm an address', async () => {
    for (const path of ['/auth/sign-up', '/auth/confirm', '/auth/password-reset', '/auth/password', '/auth/setup']) {
      const reply = await server.visitor.post(path, {}, { origin: 'https://evil.example' })
      expect([reply.status, reply.body.error_code]).toEqual([403, 'cross_site'])
    }
  })

  test('nor by an address spelled in another way', async () => {
    for (const path of ['/AUTH/session', '/Auth/Session', '//auth/session', '/auth//session', '/%61uth/session']) {
      const reply = await server.visitor.post(
        server.url + path,
        { login: 'alice', password: PASSWORD },
        { origin: 'https://evil.example' },
      )
      expect([403, 404]).toContain(reply.status)
      expect(reply.headers.get('set-cookie')).toBeNull()
    }
  })
})

test('nothing that only reads changes anything', async () => {
  const { ctx } = server
  const writes = () => Number(ctx.db.prepare('SELECT total_changes() AS n').pluck().get())
  await alice.browser.get('/auth/session')
  const before = writes()
  for (const path of [
    '/',
    '/about',
    '/api/v1/timelines/home',
    '/api/v1/notifications',
    '/auth/session',
    '/oauth/authorize',
    '/@alice',
  ]) {
    await alice.browser.get(path)
  }
  expect(writes()).toBe(before)
})
