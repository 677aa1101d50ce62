import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const OOB = 'urn:ietf:wg:oauth:2.0:oob'
const register = (body: unknown) => server.visitor.post('/api/v1/apps', body)

describe('a program registers', () => {
  test('and gets its name and secret once', async () => {
    const { status, body } = await register({
      client_name: 'Lantern',
      redirect_uris: 'lantern://back',
      scopes: 'read write follow push',
      website: 'https://lantern.example',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: expect.stringMatching(/^\d{16}$/),
      name: 'Lantern',
      website: 'https://lantern.example',
      scopes: ['read', 'write', 'follow', 'push'],
      redirect_uri: 'lantern://back',
      redirect_uris: ['lantern://back'],
      client_id: expect.stringMatching(/^[\w-]{43}$/),
      client_secret: expect.stringMatching(/^[\w-]{43}$/),
      client_secret_expires_at: 0,
    })
  })

  test.each([
    ['parted by line breaks', 'lantern://back\nhttp://127.0.0.1:4000/cb'],
    ['parted by spaces', 'lantern://back http://127.0.0.1:4000/cb'],
    ['in a list', ['lantern://back', 'http://127.0.0.1:4000/cb']],
  ])('with several addresses %s', async (_how, redirect_uris) => {
    const { body } = await register({ client_name: 'Lantern', redirect_uris })
    expect(body.redirect_uris).toEqual(['lantern://back', 'http://127.0.0.1:4000/cb'])
  })

  test('by a form', async () => {
    const form = new URLSearchParams([
      ['client_name', 'Lantern'],
      ['redirect_uris[]', OOB],
      ['redirect_uris[]', 'lantern://back'],
    ])
    expect((await register(form)).body.redirect_uris).toEqual([OOB, 'lantern://back'])
  })

  test('by a multipart form', async () => {
    const form = new FormData()
    form.set('client_name', 'Lantern')
    form.set('redirect_uris', OOB)
    form.set('scopes', 'read:accounts push')
    expect((await register(form)).body).toMatchObject({ redirect_uri: OOB, scopes: ['read:accounts', 'push'] })
  })

  test('for reading alone when it names no scopes', async () => {
    expect((await register({ client_name: 'Lantern', redirect_uris: OOB })).body.scopes).toEqual(['read'])
    expect((await register({ client_name: 'Lantern', redirect_uris: OOB, scopes: '' })).body.scopes).toEqual(['read'])
  })

  test('without a website', async () => {
    for (const website of ['', null, undefined]) {
      expect((await register({ client_name: 'Lantern', redirect_uris: OOB, website })).body.website).toBeNull()
    }
  })
})

describe('a registration is refused', () => {
  const good = { client_name: 'Lantern', redirect_uris: OOB }
  test.each([
    ['without a name', { ...good, client_name: undefined }, 'client_name'],
    ['with an empty name', { ...good, client_name: ' ' }, 'client_name'],
    ['with a name of more than 60 characters', { ...good, client_name: 'x'.repeat(61) }, 'client_name'],
    ['without an address', { ...good, redirect_uris: undefined }, 'redirect_uris'],
    ['with an empty address', { ...good, redirect_uris: '  ' }, 'redirect_uris'],
    ['with a scope that nobody knows', { ...good, scopes: 'read everything' }, 'scopes'],
    ['with a website that is no address', { ...good, website: 'javascript:alert(1)' }, 'website'],
    ['with too many bytes of addresses', { ...good, redirect_uris: `lantern://${'x'.repeat(3000)}` }, 'redirect_uris'],
    ...[
      'javascript:alert(1)',
      'JavaScript://%0aalert(1)',
      'data:text/html,x',
      'vbscript:x',
      'blob:https://a/b',
      'file:///etc/passwd',
      '/relative',
      'https://',
      'https://a.example/#part',
      'https://a.example;sandbox',
      "https://a.example,b'c",
      'lantern://bäck',
      'https://a.example/\u0000',
    ].map((uri): [string, object, string] => [
      `with ${JSON.stringify(uri)}`,
      { ...good, redirect_uris: uri },
      'redirect_uris',
    ]),
  ])('%s', async (_why, body, field) => {
    const reply = await register(body)
    expect(reply.status).toBe(422)
    expect(Object.keys(reply.body.details)).toEqual([field])
  })

  test('when one of several addresses is dangerous', async () => {
    expect((await register({ ...good, redirect_uris: ['lantern://back', 'data:,x'] })).status).toBe(422)
  })
})

test('a secret is kept as a hash only', async () => {
  const { body } = await register({ client_name: 'Lantern', redirect_uris: OOB })
  const row = server.ctx.db.prepare('SELECT * FROM apps WHERE client_id = ?').get(body.client_id)
  expect(Object.values(row as object)).not.toContain(body.client_secret)
})

describe('a program asks who it is', () => {
  test('with a token of its own', async () => {
    const { body: app } = await register({ client_name: 'Lantern', redirect_uris: OOB })
    const { client_id, client_secret } = app
    const { body: token } = await server.visitor.post('/oauth/token', {
      grant_type: 'client_credentials',
      client_id,
      client_secret,
    })
    const { status, body } = await server.visitor.get('/api/v1/apps/verify_credentials', {
      authorization: `Bearer ${token.access_token}`,
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: app.id, name: 'Lantern', scopes: ['read'], redirect_uris: [OOB] })
    expect(body).not.toHaveProperty('client_secret')
  })

  test('and without one is told to show one', async () => {
    expect((await server.visitor.get('/api/v1/apps/verify_credentials')).status).toBe(401)
  })

  test('and a token that belongs to no program has none', async () => {
    const alice = await server.signUp('alice')
    expect((await alice.api.get('/api/v1/apps/verify_credentials')).status).toBe(404)
  })
})

test('programs are never collected', async () => {
  const { body } = await register({ client_name: 'Old lantern', redirect_uris: OOB })
  server.ctx.clock.moveTo(server.ctx.now() + 90 * 86_400_000)
  await server.advance('PT2H')
  const { client_id, client_secret } = body
  const reply = await server.visitor.post('/oauth/token', {
    grant_type: 'client_credentials',
    client_id,
    client_secret,
  })
  expect(reply.status).toBe(200)
})
