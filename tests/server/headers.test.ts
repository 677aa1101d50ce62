import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../support/client.ts'
import { register, request } from '../support/program.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const pages = ['/', '/about', '/login', '/join', '/home', '/@alice', '/nothing/here', '/oauth/authorize']
const answers = [
  '/api/v1/instance',
  '/api/v1/timelines/home',
  '/api/v1/nothing',
  '/auth/session',
  '/healthz',
  '/nodeinfo/2.0',
]

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split(';').map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1).join(' ')]),
  )

describe('a page in a browser that chose a look', () => {
  const name = () => (server.ctx.config.publicUrl.startsWith('https:') ? '__Host-look' : 'look')
  const first = async (path: string, look: string) => {
    const browser = createClient(server.url, { cookie: `${name()}=${look}` })
    const { text } = await browser.get(path, { accept: 'text/html' })
    return text.match(/<html[^>]*>/)?.[0]
  }

  test.each([...pages, '/media/none'])('of %s comes in it', async (path) => {
    expect(await first(path, 'largest.more.less.dark')).toBe(
      '<html data-text="largest" data-contrast="more" data-motion="less" data-colours="dark" lang="en" dir="ltr">',
    )
  })

  test('takes no word that nobody can choose, and of each kind one', async () => {
    expect(await first('/about', 'large.onload=x().light.dark')).toBe(
      '<html data-text="large" data-colours="light" lang="en" dir="ltr">',
    )
    for (const word of ['"><script>x()</script>', '%22%20onload%3Dx()', 'constructor.toString', '']) {
      expect(await first('/about', word)).toBe('<html lang="en" dir="ltr">')
    }
  })
})

describe('every answer', () => {
  test.each([...pages, ...answers, '/avatar-missing.png', '/assets/none.js', '/media/none'])(
    'of %s is guarded',
    async (path) => {
      const { headers } = await server.visitor.get(path, { accept: 'text/html' })
      const policy = directives(headers.get('content-security-policy') ?? '')
      expect(policy).toMatchObject({ 'default-src': "'none'", 'frame-ancestors': "'none'" })
      for (const value of Object.values(policy)) expect(value).not.toMatch(/unsafe|\*|http:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/)
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    },
  )

  test.each(pages)('of %s has no script and no style of its own', async (path) => {
    const { text } = await alice.browser.get(path, { accept: 'text/html' })
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/i)
  })
})

describe('what the API says', () => {
  test.each(['/api/v1/accounts/verify_credentials', '/api/v1/timelines/home', '/auth/session', '/oauth/userinfo'])(
    'at %s is kept by no cache',
    async (path) => {
      for (const client of [server.visitor, alice.api, alice.browser]) {
        const { headers } = await client.get(path)
        expect(headers.get('cache-control')).toBe('private, no-store')
        expect(headers.get('vary')).toMatch(/Authorization.*Origin/)
      }
    },
  )

  test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('to %s is JSON, also where there is nothing', async (method) => {
    for (const path of [
      '/api/v1/nothing',
      '/api/v2/nothing',
      '/api/nothing',
      '/api/community/v1/nothing',
      '/auth/nothing',
    ]) {
      const response = await fetch(server.url + path, {
        method,
        headers: { accept: 'text/html,*/*', origin: server.url },
      })
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8'])
      expect(await response.json()).toEqual({ error: expect.any(String) })
    }
  })
})

describe('on https', () => {
  test('the session’s cookie can be set by this host alone and never travels in the clear', async () => {
    const safe = await startServer({ PUBLIC_URL: 'https://left.example', RATE_LIMITS: 'on', TEST_CLOCK: '0' })
    try {
      await safe.signUp('alice')
      const reply = await safe.visitor.post(
        '/auth/session',
        { login: 'alice', password: PASSWORD },
        { origin: 'https://left.example' },
      )
      expect(reply.headers.get('set-cookie')).toMatch(/^__Host-session=[\w-]{43};/)
      for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
        expect(reply.headers.get('set-cookie')).toContain(part)
      expect(reply.headers.get('set-cookie')).not.toMatch(/Domain=/i)
      expect(reply.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    } finally {
      await safe.stop()
    }
  })
})

test('on http no browser is told to come back by https', async () => {
  const { headers } = await server.visitor.get('/about')
  expect(headers.get('strict-transport-security')).toBeNull()
})

test('a page may show pictures from the host where they lie', async () => {
  const other = await startServer({ MEDIA_URL: 'https://media.left.example/files' })
  try {
    const { headers } = await other.visitor.get('/about')
    expect(directives(headers.get('content-security-policy') ?? '')['img-src']).toContain('https://media.left.example')
  } finally {
    await other.stop()
  }
})

test('the question of a program can only be answered on our own page', async () => {
  const program = await register(server)
  const { headers } = await alice.browser.get(`/oauth/authorize?${new URLSearchParams(request(program))}`)
  expect(directives(headers.get('content-security-policy') ?? '')).toEqual({
    'default-src': "'none'",
    'style-src': "'self'",
    'form-action': "'self' lantern:",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
})
