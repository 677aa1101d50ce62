import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAdmin } from '../support/admin.ts'
import { cast, say } from '../support/masto.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'
import { openEvents, openSocket, type Stream, settle } from '../support/stream.ts'

let server: TestServer
const lines: string[] = []
beforeAll(async () => {
  server = await startServer({}, undefined, { write: (line) => lines.push(line) })
})
afterAll(() => server.stop())

const sessionOf = (person: Person) => person.browser.cookies.get('session')
/** What somebody heard of posts with that text, after everything had the time to come. */
async function heardOf(stream: Stream, words: string): Promise<string[]> {
  await settle()
  return stream.heard.filter(({ payload }) => payload?.includes(words)).map(({ event }) => event)
}

describe('a stream closes at once', () => {
  /** Both kinds of stream of somebody, and after `end` neither is open nor hears a word. */
  async function closes(person: Person, end: () => Promise<unknown>, way: 'token' | 'session') {
    const cookie = sessionOf(person)
    const own =
      way === 'token'
        ? await openSocket(server, { token: person.token, query: '?stream=public' })
        : await openSocket(server, { cookie, origin: server.url, query: '?stream=public' })
    const headers: Record<string, string> =
      way === 'token'
        ? { authorization: `Bearer ${person.token}` }
        : { cookie: `session=${cookie}`, 'sec-fetch-site': 'same-origin' }
    const events = await openEvents(server, 'public', headers)
    await settle()
    await end()
    const began = performance.now()
    expect(await own.ended).toBe(1008)
    await events.ended
    expect(performance.now() - began).toBeLessThan(2500)
    const [ben] = await cast(server, 'ben')
    await say(ben, 'said-afterwards')
    expect(await heardOf(own, 'said-afterwards')).toEqual([])
    expect(events.heard).toEqual([])
  }

  test('when its token is revoked by the program', async () => {
    const [ada] = await cast(server, 'ada')
    const app = await server.visitor.post('/api/v1/apps', {
      client_name: 'other',
      redirect_uris: 'urn:ietf:wg:oauth:2.0:oob',
      scopes: 'read',
    })
    const { client_id, client_secret, id } = app.body
    server.ctx.db.prepare('UPDATE tokens SET app_id = ? WHERE account_id = ?').run(Number(id), ada.accountId)
    await closes(
      ada,
      () => server.visitor.post('/oauth/revoke', { client_id, client_secret, token: ada.token }),
      'token',
    )
  })

  test('when the program is shut out', async () => {
    const [ada] = await cast(server, 'ada')
    const app = await server.visitor.post('/api/v1/apps', {
      client_name: 'other',
      redirect_uris: 'urn:ietf:wg:oauth:2.0:oob',
    })
    server.ctx.db.prepare('UPDATE tokens SET app_id = ? WHERE account_id = ?').run(Number(app.body.id), ada.accountId)
    await closes(ada, () => ada.browser.delete(`/api/community/v1/programs/${app.body.id}`), 'token')
  })

  test('when the person logs out', async () => {
    const [ada] = await cast(server, 'ada')
    await closes(ada, () => ada.browser.delete('/auth/session'), 'session')
  })

  test('when the password changes', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const change = (person: Person) => () =>
      person.browser.post('/auth/password/change', { current: PASSWORD, password: 'a quite different lantern' })
    await closes(ada, change(ada), 'token')
    const other = await openSocket(server, { cookie: sessionOf(ben), origin: server.url })
    await change(ben)()
    await settle()
    // the browser that changed it stays
    other.close()
    expect(await other.ended).not.toBe(1008)
  })

  test.each(['token', 'session'] as const)('when the person is disabled or suspended (%s)', async (way) => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const now = Date.now()
    const run = (sql: string, id: number) => async () => server.ctx.db.prepare(sql).run(now, id)
    await closes(ada, run('UPDATE members SET disabled_at = ? WHERE account_id = ?', ada.accountId), way)
    await closes(ben, run('UPDATE accounts SET suspended_at = ? WHERE id = ?', ben.accountId), way)
  })

  test('when the session runs out', async () => {
    const [ada] = await cast(server, 'ada')
    const run = 'UPDATE sessions SET expires_at = 1 WHERE account_id = ?'
    const stream = await openSocket(server, { cookie: sessionOf(ada), origin: server.url })
    server.ctx.db.prepare(run).run(ada.accountId)
    expect(await Promise.race([stream.ended, new Promise((resolve) => setTimeout(resolve, 17_000))])).toBe(1008)
  })

  test('when the operator ends it from another program', async () => {
    const [ada] = await cast(server, 'ada')
    const { dataDir, secretsDir, publicUrl } = server.ctx.config
    const settings = { DATA_DIR: dataDir, SECRETS_DIR: secretsDir, PUBLIC_URL: publicUrl }
    await closes(ada, () => runAdmin(settings, 'accounts', 'reset-password', ada.username), 'token')
  })
})
