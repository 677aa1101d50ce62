import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../support/client.ts'
import { allowed, exchange, register } from '../support/program.ts'
import { PASSWORD, startServer, type TestServer } from '../support/server.ts'

/** Words that must not be found where they have no business. */
const secrets = {
  address: 'ada.quietly@letters.example',
  newcomer: 'bo.newcomer@letters.example',
  password: 'a very particular sentence to type',
  post: 'The pear tree behind the hall is ours.',
  direct: 'Only you should read about the pear tree.',
  warning: 'pears, at length',
  search: 'pearsearchterm',
  network: '203.0.113.45',
}

const lines: string[] = []
let server: TestServer
const found: Record<string, string> = {}

/** A day in a community, with everything that should stay where it belongs. */
async function live(): Promise<void> {
  const ada = await server.signUp('ada', { email: secrets.address })
  const from = { 'x-forwarded-for': secrets.network }
  const browser = createClient(server.url, { origin: server.url, ...from })
  await browser.post('/auth/session', { login: secrets.address, password: PASSWORD })
  await browser.post('/auth/session', { login: secrets.address, password: 'wrong' })
  found.session = browser.cookies.get('session') ?? ''
  const program = await register(server)
  found.secret = program.client_secret
  found.code = await allowed(ada, program, { state: 'a-state-of-things' })
  found.access = (await exchange(server, program, found.code)).body.access_token
  const api = createClient(server.url, { authorization: `Bearer ${found.access}`, ...from })
  await api.post('/api/v1/statuses', { status: secrets.post, spoiler_text: secrets.warning })
  await api.post('/api/v1/statuses', { status: secrets.direct, visibility: 'direct' })
  await api.get(`/api/v1/accounts/search?q=${secrets.search}`)
  await api.get(`/api/v1/timelines/tag/${secrets.search}`)
  await api.get('/api/v1/nothing?access_token=query-token-in-the-address')
  await api.post('/api/v1/statuses', `{"status": "${secrets.post}`, { 'content-type': 'application/json' })
  await signUpAsNewcomer(browser)
  await browser.post('/auth/password-reset', { email: secrets.address })
  await server.advance('PT1M')
}

async function signUpAsNewcomer(browser: ReturnType<typeof createClient>): Promise<void> {
  const { body: about } = await server.visitor.get('/api/community/v1/about')
  const rules = about.ground_rules.map((rule: { id: string }) => rule.id)
  const reply = await browser.post('/auth/sign-up', {
    username: 'bo',
    email: secrets.newcomer,
    password: secrets.password,
    adult: true,
    locale: 'en',
    rules: { version: 1, locale: 'en', acknowledged: rules },
    reason: 'I like pears.',
    form_id: crypto.randomUUID(),
  })
  expect(reply.status).toBe(200)
  found.registration = browser.cookies.get('registration') ?? ''
}

beforeAll(async () => {
  server = await startServer({}, undefined, { write: (line) => void lines.push(line) })
  await live()
})
afterAll(() => server.stop())

describe('the log, at its most talkative, holds', () => {
  test('what was asked for and how it went', () => {
    const log = lines.join('')
    expect(lines.length).toBeGreaterThan(10)
    expect(log).toContain('POST /api/v1/statuses')
    expect(log).toContain('"status":200')
  })

  test.each(Object.entries(secrets))('no %s: %s', (_what, text) => {
    expect(lines.filter((line) => line.includes(text) || line.includes(encodeURIComponent(text)))).toEqual([])
  })

  test('no session, token, code or secret', () => {
    expect(Object.keys(found)).toEqual(['session', 'secret', 'code', 'access', 'registration'])
    for (const [name, text] of Object.entries(found)) {
      expect([name, text.length >= 32, lines.some((line) => line.includes(text))]).toEqual([name, true, false])
    }
    for (const text of ['query-token', 'a-state-of-things', PASSWORD, '127.0.0.1'])
      expect(lines.join('')).not.toContain(text)
  })

  test('a name for the network that is not the network', () => {
    const names = new Set(lines.map((line) => JSON.parse(line).from).filter(Boolean))
    expect(names.size).toBe(2)
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}$/)
  })
})

describe('the data folder holds', () => {
  const everything = () => {
    server.ctx.db.pragma('wal_checkpoint(PASSIVE)')
    const files = readdirSync(server.ctx.config.dataDir, { recursive: true }).map(String)
    const read = files.map((file) => join(server.ctx.config.dataDir, file)).filter((path) => statSync(path).isFile())
    // mails of a community that sends none lie in the outbox, for its people to hand over
    return read.filter((path) => !path.includes('outbox')).map((path): [string, Buffer] => [path, readFileSync(path)])
  }

  test('the posts, so that this test is known to look in the right place', () => {
    expect(everything().some(([, bytes]) => bytes.includes(secrets.post))).toBe(true)
  })

  test.each([
    ['address of a member', () => secrets.address],
    ['part of an address', () => 'ada.quietly'],
    ['address of a newcomer', () => secrets.newcomer],
    ['password', () => secrets.password],
    ['password of a member', () => PASSWORD],
    ['session', () => found.session],
    ['registration', () => found.registration],
    ['token', () => found.access],
    ['code', () => found.code],
    ['secret of a program', () => found.secret],
    ['network', () => secrets.network],
  ])('no %s in the clear', (_what, text) => {
    const wanted = text() ?? ''
    expect(wanted.length).toBeGreaterThan(5)
    for (const [path, bytes] of everything()) {
      expect([path, bytes.includes(wanted)]).toEqual([path, false])
      expect([path, bytes.includes(Buffer.from(wanted).toString('base64').slice(0, -4))]).toEqual([path, false])
    }
  })

  test('no key to what is sealed', () => {
    const { secretsDir, dataDir } = server.ctx.config
    expect(secretsDir.startsWith(`${dataDir}/`)).toBe(false)
    const key = readFileSync(join(secretsDir, 'server.key'), 'utf8').trim()
    for (const [path, bytes] of everything()) {
      expect([path, bytes.includes(key), bytes.includes(Buffer.from(key, 'base64'))]).toEqual([path, false, false])
    }
  })

  test('nothing that other users of the machine may read', () => {
    const { secretsDir, dataDir } = server.ctx.config
    expect(statSync(dataDir).mode & 0o077).toBe(0)
    expect(statSync(secretsDir).mode & 0o077).toBe(0)
    for (const file of readdirSync(secretsDir))
      expect([file, statSync(join(secretsDir, file)).mode & 0o077]).toEqual([file, 0])
  })

  test('no trace of a post that was deleted', async () => {
    const ada = server.ctx.db.prepare("SELECT id FROM accounts WHERE username = 'ada'").get() as { id: number }
    const api = createClient(server.url, { authorization: `Bearer ${found.access}` })
    const { body } = await api.post('/api/v1/statuses', { status: 'A sentence nobody will ever find again.' })
    await api.delete(`/api/v1/statuses/${body.id}`)
    server.ctx.db.pragma('wal_checkpoint(TRUNCATE)')
    expect(ada.id).toBeGreaterThan(0)
    for (const [path, bytes] of everything())
      expect([path, bytes.includes('nobody will ever find')]).toEqual([path, false])
  })
})
