import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const elsewhere = { origin: 'https://client.example' }

const preflight = (path: string, method: string) =>
  fetch(server.url + path, {
    method: 'OPTIONS',
    headers: {
      ...elsewhere,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    },
  })

const open = [
  ['GET', '/api/v1/apps/verify_credentials'],
  ['POST', '/api/v1/apps'],
  ['POST', '/api/v1/statuses'],
  ['DELETE', '/api/v1/statuses/1'],
  ['PATCH', '/api/v1/accounts/update_credentials'],
  ['GET', '/api/v1/nothing/here'],
  ['POST', '/oauth/token'],
  ['POST', '/oauth/revoke'],
  ['GET', '/oauth/userinfo'],
  ['GET', '/.well-known/oauth-authorization-server'],
  ['GET', '/.well-known/nodeinfo'],
  ['GET', '/nodeinfo/2.0'],
] as const

const closed = [
  ['GET', '/'],
  ['GET', '/about'],
  ['GET', '/oauth/authorize'],
  ['POST', '/oauth/authorize'],
  ['POST', '/oauth/login'],
  ['GET', '/oauth/authorize/native?code=x'],
  ['GET', '/auth/session'],
  ['POST', '/auth/session'],
  ['POST', '/auth/sign-up'],
  ['GET', '/api/community/v1/admin/settings'],
  ['POST', '/api/community/v1/admin/people/1/approve'],
] as const

describe('programs on other sites', () => {
  test.each(open)('may call %s %s, without cookies', async (method, path) => {
    const asked = await preflight(path, method)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
    expect(asked.headers.get('access-control-allow-methods')).toContain(method)
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/Authorization.*Content-Type.*Idempotency-Key/)
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    const { headers } = await fetch(server.url + path, { method, headers: elsewhere })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    for (const name of ['Link', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'X-Request-Id']) {
      expect(headers.get('access-control-expose-headers')).toContain(name)
    }
  })

  test.each(closed)('may not read %s %s', async (method, path) => {
    const asked = await preflight(path, method)
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
    const { headers } = await fetch(server.url + path, { method, headers: elsewhere, redirect: 'manual' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  test('get no way round by another spelling of a path', async () => {
    for (const path of [
      '/OAuth/authorize',
      '/oauth/authorize/',
      '//oauth/authorize',
      '/oauth/%61uthorize',
      '/Auth/session',
    ]) {
      const { headers } = await fetch(server.url + path, { headers: elsewhere, redirect: 'manual' })
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test('read a refusal’s reason as well', async () => {
    const reply = await server.visitor.get('/oauth/userinfo', { ...elsewhere, authorization: 'Bearer wrong' })
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([401, '*'])
  })
})
