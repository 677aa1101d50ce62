import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('a program finds out how it is let in', async () => {
  const { status, body } = await server.visitor.get('/.well-known/oauth-authorization-server')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    issuer: `${server.url}/`,
    authorization_endpoint: `${server.url}/oauth/authorize`,
    token_endpoint: `${server.url}/oauth/token`,
    app_registration_endpoint: `${server.url}/api/v1/apps`,
    revocation_endpoint: `${server.url}/oauth/revoke`,
    userinfo_endpoint: `${server.url}/oauth/userinfo`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
  })
  expect(body.scopes_supported).toEqual(
    expect.arrayContaining(['profile', 'read', 'write:statuses', 'follow', 'push', 'admin:read']),
  )
})

test('a program finds out what kind of server this is', async () => {
  const { body } = await server.visitor.get('/.well-known/nodeinfo')
  expect(body.links).toEqual([
    { rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `${server.url}/nodeinfo/2.0` },
    { rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: `${server.url}/nodeinfo/2.1` },
  ])
  const alice = await server.signUp('alice')
  await alice.api.post('/api/v1/statuses', { status: 'One post.' })
  const { body: info } = await server.visitor.get('/nodeinfo/2.0')
  expect(info).toMatchObject({
    version: '2.0',
    software: { name: expect.stringMatching(/^[a-z0-9-]+$/), version: expect.any(String) },
    protocols: ['activitypub'],
    usage: { users: { total: 1 }, localPosts: 1 },
    metadata: { nodeName: expect.any(String) },
  })
})
