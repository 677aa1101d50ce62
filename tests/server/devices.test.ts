import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Device, Program as LetIn } from '../../shared/api/account.ts'
import { createClient } from '../support/client.ts'
import { allowed, exchange, newProof, register } from '../support/program.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'

const FIREFOX = 'Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0'
const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'

let server: TestServer
let names = 0
let ann: Person
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  names += 1
  ann = await server.signUp(`ann${names}`)
})
afterAll(() => server.stop())

/** Logs in with a browser of this kind. */
async function comeWith(userAgent: string, login = `ann${names}`) {
  const browser = createClient(server.url, { origin: server.url, 'user-agent': userAgent })
  expect((await browser.post('/auth/session', { login, password: PASSWORD })).status).toBe(200)
  return browser
}

const devicesSeenBy = async (browser: Person['browser']): Promise<Device[]> =>
  (await browser.get('/api/community/v1/devices')).body

describe('where I am logged in', () => {
  test('I see each browser by its kind, and nothing that tells more', async () => {
    const phone = await comeWith(FIREFOX)
    await server.advance('PT1M')
    const desk = await comeWith(CHROME)
    const seen = await devicesSeenBy(desk)
    expect(seen.map(({ device, current }) => [device, current])).toEqual([
      ['Chrome on Linux', true],
      ['Firefox on Android', false],
      ['', false],
    ])
    expect(Object.keys(seen[0] ?? {}).sort()).toEqual(['created_at', 'current', 'device', 'id', 'used_at'])
    expect((await devicesSeenBy(phone)).find(({ current }) => current)?.device).toBe('Firefox on Android')
    const kept = server.ctx.db.prepare('SELECT group_concat(device) FROM sessions').pluck().get()
    expect(kept).not.toMatch(/128|140|Mozilla/)
  })

  test('I log one of them out, and it is out at once', async () => {
    const phone = await comeWith(FIREFOX)
    const desk = await comeWith(CHROME)
    const lost = (await devicesSeenBy(desk)).find(({ device }) => device === 'Firefox on Android')
    expect((await desk.delete(`/api/community/v1/devices/${lost?.id}`)).status).toBe(200)
    expect((await phone.get('/auth/session')).body.state).toBe('visitor')
    expect((await desk.get('/auth/session')).body.state).toBe('member')
    const again = await desk.delete(`/api/community/v1/devices/${lost?.id}`)
    expect([again.status, again.body.error]).toEqual([404, 'You are not logged in there any more.'])
  })

  test('I log out everywhere else, and stay here', async () => {
    const phone = await comeWith(FIREFOX)
    const desk = await comeWith(CHROME)
    expect((await desk.delete('/api/community/v1/devices')).status).toBe(200)
    expect((await phone.get('/auth/session')).body.state).toBe('visitor')
    expect(await devicesSeenBy(desk)).toMatchObject([{ device: 'Chrome on Linux', current: true }])
  })

  test('nobody else sees them or ends them, and no program does', async () => {
    const [own] = await devicesSeenBy(ann.browser)
    const other = await server.signUp(`other${names}`)
    expect((await other.browser.delete(`/api/community/v1/devices/${own?.id}`)).status).toBe(404)
    expect((await other.browser.get('/api/community/v1/devices')).body).toHaveLength(1)
    expect((await server.visitor.get('/api/community/v1/devices')).status).toBe(401)
    expect((await ann.api.get('/api/community/v1/devices')).status).toBe(403)
    expect((await ann.api.delete('/api/community/v1/devices')).status).toBe(403)
    expect(await devicesSeenBy(ann.browser)).toHaveLength(1)
  })
})

describe('the programs I let in', () => {
  const programsSeenBy = async (person: Person): Promise<LetIn[]> =>
    (await person.browser.get('/api/community/v1/programs')).body

  const letIn = async (person: Person) => {
    const program = await register(server)
    const proof = newProof()
    const code = await allowed(person, program, { code_challenge: proof.challenge, code_challenge_method: 'S256' })
    return (await exchange(server, program, code, { code_verifier: proof.verifier })).body.access_token as string
  }

  test('stand there with what they may do and when they last did something', async () => {
    expect(await programsSeenBy(ann)).toEqual([])
    const token = await letIn(ann)
    const [before] = await programsSeenBy(ann)
    expect(before).toMatchObject({ scopes: ['read', 'write'], used_at: null })
    await server.visitor.get('/api/v1/accounts/verify_credentials', { authorization: `Bearer ${token}` })
    expect((await programsSeenBy(ann))[0]?.used_at).not.toBeNull()
  })

  test('are shut out at once, and only mine', async () => {
    const token = await letIn(ann)
    const [program] = await programsSeenBy(ann)
    const other = await server.signUp(`stranger${names}`)
    expect((await other.browser.delete(`/api/community/v1/programs/${program?.id}`)).status).toBe(404)
    const who = () => server.visitor.get('/api/v1/accounts/verify_credentials', { authorization: `Bearer ${token}` })
    expect((await who()).status).toBe(200)
    expect((await ann.browser.delete(`/api/community/v1/programs/${program?.id}`)).status).toBe(200)
    expect((await who()).status).toBe(401)
    expect(await programsSeenBy(ann)).toEqual([])
    expect((await ann.api.get('/api/community/v1/programs')).status).toBe(403)
  })
})
