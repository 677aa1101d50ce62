import { afterEach, describe, expect, test } from 'vitest'
import { createCounters } from '../../server/core/counters.ts'
import { families } from '../../server/http/rate-limit.ts'
import { routes } from '../../server/routes.ts'
import { createClient } from '../support/client.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const running: TestServer[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
})

async function start(settings: Record<string, string> = {}): Promise<void> {
  server = await startServer({ RATE_LIMITS: 'on', ...settings })
  running.push(server)
}

let made = 0
/** A name that nobody tried before: wrong passwords are counted by name as well. */
const newName = () => `nobody${made++}`

const from = (address: string) => ({ 'x-forwarded-for': address })

async function askUntilRefused(ask: () => Promise<{ status: number }>, most: number): Promise<number> {
  for (let times = 1; times <= most; times++) if ((await ask()).status === 429) return times
  return Number.POSITIVE_INFINITY
}

describe('requests are counted', () => {
  test('and the answer tells how many are left and until when', async () => {
    await start()
    const { headers } = await server.visitor.get('/api/v1/apps/verify_credentials')
    expect(headers.get('x-ratelimit-limit')).toBe('300')
    expect(headers.get('x-ratelimit-remaining')).toBe('299')
    const reset = headers.get('x-ratelimit-reset') ?? ''
    expect(reset).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(Date.parse(reset) - Date.now()).toBeGreaterThan(290_000)
  })

  test('for visitors by their network, and past the most they are refused until the window ends', async () => {
    await start()
    const ask = () => server.visitor.get('/api/v1/apps/verify_credentials')
    expect(await askUntilRefused(ask, 320)).toBe(301)
    const { status, body, headers } = await ask()
    expect([status, body.error]).toEqual([429, 'Too many requests. Please wait a few minutes and try again.'])
    expect(headers.get('x-ratelimit-remaining')).toBe('0')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(200)
    expect((await server.visitor.get('/api/v1/apps/verify_credentials', from('203.0.113.9'))).status).toBe(401)
    server.ctx.clock.moveTo(server.ctx.now() + 5 * 60_000)
    expect((await ask()).status).toBe(401)
  })

  test('for members by their account, whatever network they are on', async () => {
    await start()
    const alice = await server.signUp('alice')
    const { headers } = await alice.api.get('/api/v1/apps/verify_credentials')
    expect(headers.get('x-ratelimit-limit')).toBe('1500')
    const elsewhere = await alice.api.get('/api/v1/apps/verify_credentials', from('203.0.113.9'))
    expect(elsewhere.headers.get('x-ratelimit-remaining')).toBe('1498')
  })

  test('when a token is not valid, too', async () => {
    await start()
    const ask = () => server.visitor.get('/api/v1/apps/verify_credentials', { authorization: 'Bearer guess' })
    expect(await askUntilRefused(ask, 320)).toBe(301)
  })

  test('so that a household of IPv6 addresses is one', async () => {
    await start()
    const ask = (address: string) => server.visitor.get('/api/v1/apps/verify_credentials', from(address))
    await ask('2001:db8:1:2::1')
    const same = await ask('2001:db8:1:2:ffff:ffff:ffff:ffff')
    expect(same.headers.get('x-ratelimit-remaining')).toBe('298')
    const other = await ask('2001:db8:1:3::1')
    expect(other.headers.get('x-ratelimit-remaining')).toBe('299')
  })
})

describe('a caller cannot choose the address that is counted', () => {
  const left = async (headers: Record<string, string> = {}) => {
    const reply = await server.visitor.get('/api/v1/apps/verify_credentials', headers)
    return reply.headers.get('x-ratelimit-remaining')
  }

  test('when no proxy is trusted', async () => {
    await start({ TRUST_PROXY: 'false' })
    expect([await left(), await left(from('203.0.113.9')), await left({ forwarded: 'for=203.0.113.9' })]).toEqual([
      '299',
      '298',
      '297',
    ])
    expect(
      await left({ 'x-real-ip': '203.0.113.9', 'cf-connecting-ip': '203.0.113.9', 'true-client-ip': '203.0.113.9' }),
    ).toBe('296')
  })

  test('by naming more addresses to a trusted proxy, which adds its own at the end', async () => {
    await start({ TRUST_PROXY: 'loopback' })
    expect(await left(from('198.51.100.1, 203.0.113.9'))).toBe('299')
    expect(await left(from('198.51.100.2, 203.0.113.9'))).toBe('298')
  })

  test('but a number of proxies in a row may be trusted', async () => {
    await start({ TRUST_PROXY: '2' })
    expect(await left(from('203.0.113.9, 192.0.2.1'))).toBe('299')
    expect(await left(from('203.0.113.10, 192.0.2.1'))).toBe('299')
    expect(await left(from('198.51.100.1, 203.0.113.9, 192.0.2.1'))).toBe('298')
  })
})

/** A form for each door whose own limit is tried; what it answers below 429 does not matter. */
const tries: Record<string, () => unknown> = {
  '/api/v1/apps': () => ({ client_name: 'Lantern', redirect_uris: 'lantern://back' }),
  '/oauth/login': () => ({ login: newName(), password: 'x' }),
  '/auth/session': () => ({ login: newName(), password: 'x' }),
  '/auth/password': () => ({ token: 'x', password: 'x' }),
}

describe('the doors that invite guessing and flooding have limits of their own', () => {
  test('each of them', () => {
    const limited = routes
      .filter(({ options }) => options.limit)
      .map(({ method, path, options }) => [`${method} ${path}`, options.limit])
    expect(Object.fromEntries(limited)).toMatchObject({
      'post /api/v1/apps': 'apps',
      'post /oauth/login': 'login',
      'post /auth/session': 'login',
      'post /auth/sign-up': 'signUp',
      'post /auth/sign-up/resend': 'mail',
      'put /auth/sign-up/address': 'mail',
      'post /auth/password-reset': 'mail',
      'post /auth/password': 'login',
      'post /auth/password/change': 'login',
      'post /api/v1/statuses': 'post',
      'delete /api/v1/statuses/:id': 'delete',
      'post /api/v1/accounts/:id/follow': 'follow',
      'patch /api/v1/accounts/update_credentials': 'media',
    })
  })

  test.each(Object.entries(tries))('%s', async (path, form) => {
    await start()
    const family = routes.find((route) => route.path === path && route.method === 'post')?.options.limit ?? 'visitor'
    const ask = () => server.visitor.post(path, form(), { origin: server.url })
    const { most, window } = families[family]
    expect(await askUntilRefused(ask, most + 5)).toBe(most + 1)
    const elsewhere = createClient(server.url, { ...from('203.0.113.77'), origin: server.url })
    expect((await elsewhere.post(path, form())).status).not.toBe(429)
    server.ctx.clock.moveTo(server.ctx.now() + window)
    expect((await ask()).status).not.toBe(429)
  })

  test('posting, by account', async () => {
    await start()
    const [alice, berta] = [await server.signUp('alice'), await server.signUp('berta')]
    const reply = await alice.api.post('/api/v1/statuses', { status: 'one' })
    expect([reply.status, reply.headers.get('x-ratelimit-limit'), reply.headers.get('x-ratelimit-remaining')]).toEqual([
      200,
      '300',
      '299',
    ])
    const other = await berta.api.post('/api/v1/statuses', { status: 'one' })
    expect(other.headers.get('x-ratelimit-remaining')).toBe('299')
  })

  test('deleting, by account', async () => {
    await start()
    const alice = await server.signUp('alice')
    expect(await askUntilRefused(() => alice.api.delete('/api/v1/statuses/1'), 40)).toBe(31)
  })

  test('following, by account', async () => {
    await start()
    const [alice, berta] = [await server.signUp('alice'), await server.signUp('berta')]
    expect(await askUntilRefused(() => alice.api.post(`/api/v1/accounts/${berta.id}/follow`), 410)).toBe(401)
  })

  test('guessing one person’s password from many networks', async () => {
    await start()
    await server.signUp('alice')
    let asked = 0
    const guess = () => {
      asked += 1
      return server.visitor.post(
        '/auth/session',
        { login: 'alice', password: 'x' },
        { origin: server.url, ...from(`203.0.113.${asked}`) },
      )
    }
    expect(await askUntilRefused(guess, 40)).toBe(26)
  })
})

test('limits can be switched off for trials on one box', async () => {
  await start({ RATE_LIMITS: 'off' })
  const { headers } = await server.visitor.get('/api/v1/apps/verify_credentials')
  expect(headers.get('x-ratelimit-limit')).toBeNull()
})

test('a crowd of networks does not fill the memory', () => {
  let time = 0
  const counters = createCounters(() => time, 100)
  for (let index = 0; index < 1000; index++) counters.add(`old ${index}`, 1000)
  expect(counters.add('old 999', 1000).count).toBe(2)
  expect(counters.add('old 0', 1000).count).toBe(1)
  time = 2000
  expect(counters.add('old 999', 1000)).toEqual({ count: 1, until: 3000 })
})
