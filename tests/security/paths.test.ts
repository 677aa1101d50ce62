import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  writeFileSync(join(server.ctx.config.dataDir, 'treasure.webp'), 'treasure')
})
afterAll(() => server.stop())

/** Asks for a path exactly as it is written: fetch would tidy it up. */
const ask = (path: string) =>
  new Promise<{ status: number; text: string; location: string | undefined }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const asked = request({ hostname, port, path }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, location: response.headers.location }))
    })
    asked.on('error', reject).end()
  })

const ways = [
  '../treasure.webp',
  '..%2ftreasure.webp',
  '%2e%2e/treasure.webp',
  '%2e%2e%2ftreasure.webp',
  '..%5ctreasure.webp',
  '..\\treasure.webp',
  '....//treasure.webp',
  '%252e%252e%252ftreasure.webp',
  'ab/../../treasure.webp',
  'ab/%2e%2e/%2e%2e/treasure.webp',
  '/treasure.webp',
  '//treasure.webp',
  '..;/treasure.webp',
  'treasure.webp%00.webp',
  '%c0%ae%c0%ae/treasure.webp',
  '',
  'ab',
  'ab/',
]

describe('nobody gets out of a folder', () => {
  test.each(ways)('by /media/%s', async (way) => {
    const { status, text } = await ask(`/media/${way}`)
    expect([400, 404]).toContain(status)
    expect(text).not.toContain('treasure"')
    expect(text).not.toBe('treasure')
  })

  test.each(['/assets', '', '/icons', '/oauth.css'])('by %s/…', async (folder) => {
    for (const way of ways.slice(0, 11)) {
      for (const target of [
        'package.json',
        'community.sqlite',
        'etc/passwd',
        '.vite/manifest.json',
        'server/main.ts',
      ]) {
        const { status, text } = await ask(`${folder}/${way.replace('treasure.webp', target)}`)
        expect([301, 400, 403, 404]).toContain(status)
        expect(text).not.toMatch(/"dependencies"|SQLite format|root:|isEntry|import /)
      }
    }
  })

  test('and nothing that lies beside the pictures is served', async () => {
    for (const path of [
      '/data/community.sqlite',
      '/community.sqlite',
      '/.git/config',
      '/.env',
      '/.vite/manifest.json',
      '/server.key',
      '/package.json',
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 404])
    }
  })
})

describe('nobody is sent to a stranger', () => {
  test.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/%5cevil.example',
    '//evil.example/%2e%2e',
    '/@alice//evil.example',
    '/web/%2Fevil.example',
    '/%2F%2Fevil.example',
    '//evil.example/assets',
  ])('by %s', async (path) => {
    const { location, status } = await ask(path)
    expect(status).not.toBe(200)
    expect(location ?? '').not.toMatch(/^(https?:)?[/\\]{2}/)
  })

  test('by an address that a program did not register', async () => {
    const { body } = await server.visitor.post('/api/v1/apps', {
      client_name: 'Lantern',
      redirect_uris: 'https://lantern.example/cb',
    })
    const addresses = [
      'https://evil.example',
      'https://lantern.example/cb/../evil',
      'https://lantern.example/cb?x=1',
      'https://lantern.example:443/cb',
      'https://lantern.example@evil.example/cb',
      'https://lantern.example/cb#',
      'HTTPS://lantern.example/cb',
      'https://lantern.example/cb%0d%0a',
      '//evil.example',
      'https:/\\evil.example',
    ]
    for (const redirect_uri of addresses) {
      const query = new URLSearchParams({ response_type: 'code', client_id: body.client_id, redirect_uri })
      for (const client of [server.visitor, alice.browser]) {
        const { status, headers } = await client.get(`/oauth/authorize?${query}`)
        expect([redirect_uri, status, headers.get('location')]).toEqual([redirect_uri, 400, null])
      }
    }
  })

  test('by the rest of a log-in form', async () => {
    const { body } = await server.visitor.post('/api/v1/apps', {
      client_name: 'Lantern',
      redirect_uris: 'https://lantern.example/cb',
    })
    const form = {
      response_type: 'code',
      client_id: body.client_id,
      redirect_uri: 'https://lantern.example/cb',
      next: '//evil.example',
      return_to: 'https://evil.example',
      state: '//evil.example',
    }
    const { headers } = await alice.browser.post(
      '/oauth/login',
      new URLSearchParams({ ...form, login: 'alice', password: 'a lantern in the reading room' }),
    )
    expect(headers.get('location')).toMatch(/^\/oauth\/authorize\?response_type=code&/)
  })
})
