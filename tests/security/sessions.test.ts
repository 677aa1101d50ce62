import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY } from '../../server/core/clock.ts'
import { hashSecret } from '../../server/core/crypto.ts'
import { runAdmin } from '../support/admin.ts'
import { createClient } from '../support/client.ts'
import { cast } from '../support/masto.ts'
import { newBrowser, sayPassword } from '../support/second-step.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'
import { openEvents, openSocket, settle } from '../support/stream.ts'

let server: TestServer
let alice: Person
let berta: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  berta = await server.signUp('berta')
})
afterAll(() => server.stop())

const browser = (headers: Record<string, string> = {}) => createClient(server.url, { origin: server.url, ...headers })
const logIn = (client: ReturnType<typeof browser>, login = 'alice') =>
  client.post('/auth/session', { login, password: PASSWORD })

describe('a session', () => {
  test('that somebody else planted is not taken over at log-in', async () => {
    const planted = 'a'.repeat(43)
    const victim = browser({ cookie: `session=${planted}` })
    expect((await logIn(victim)).status).toBe(200)
    expect(victim.cookies.get('session')).not.toBe(planted)
    const attacker = browser({ cookie: `session=${planted}` })
    expect((await attacker.get('/auth/session')).body.account).toBeNull()
  })

  test('is a new one with every log-in, and the one of before ends', async () => {
    const client = browser()
    await logIn(client)
    const first = client.cookies.get('session')
    await logIn(client, 'berta')
    expect(client.cookies.get('session')).not.toBe(first)
    const old = browser({ cookie: `session=${first}` })
    expect((await old.get('/auth/session')).body.account).toBeNull()
  })

  test('ends with the log-out, on the server too', async () => {
    const client = browser()
    await logIn(client)
    const kept = client.cookies.get('session')
    await client.delete('/auth/session')
    expect(client.cookies.has('session')).toBe(false)
    const thief = browser({ cookie: `session=${kept}` })
    expect((await thief.get('/api/v1/accounts/verify_credentials')).status).toBe(401)
  })

  test('ends when the password is changed elsewhere, and so do tokens', async () => {
    const carla = await server.signUp('carla')
    const [here, elsewhere] = [browser(), browser()]
    await logIn(here, 'carla')
    await logIn(elsewhere, 'carla')
    const reply = await here.post('/auth/password/change', {
      current: PASSWORD,
      password: 'another lantern altogether',
    })
    expect(reply.status).toBe(200)
    expect((await elsewhere.get('/auth/session')).body.account).toBeNull()
    expect((await carla.api.get('/api/v1/accounts/verify_credentials')).status).toBe(401)
  })

  test('ends after sixty days without a visit', async () => {
    const other = await startServer()
    try {
      await other.signUp('alice')
      const client = createClient(other.url, { origin: other.url })
      await client.post('/auth/session', { login: 'alice', password: PASSWORD })
      other.ctx.clock.moveTo(other.ctx.now() + 59 * DAY)
      expect((await client.get('/auth/session')).body.account).not.toBeNull()
      other.ctx.clock.moveTo(other.ctx.now() + 61 * DAY)
      expect((await client.get('/auth/session')).body.account).toBeNull()
    } finally {
      await other.stop()
    }
  })

  test('of somebody who was suspended is worth nothing', async () => {
    const dora = await server.signUp('dora')
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(dora.accountId)
    expect((await dora.browser.get('/auth/session')).body.account).toBeNull()
    expect((await dora.api.get('/api/v1/accounts/verify_credentials')).status).toBe(403)
    expect((await dora.browser.post('/api/v1/statuses', { status: 'x' })).status).toBe(401)
  })
})

describe('what speaks for me ends at once, in sessions, tokens, streams and push,', () => {
  const VERIFY = '/api/v1/accounts/verify_credentials'

  /** As a program or browser that asked to be told has it. */
  function tellByPush(person: Person, by: { token?: string; session?: string }): void {
    const row = [
      server.ctx.newId(),
      person.accountId,
      by.token && hashSecret(by.token),
      by.session && hashSecret(by.session),
    ]
    server.ctx.db
      .prepare(
        `INSERT INTO push_subscriptions (id, account_id, token_hash, session_hash, target, standard, alerts, policy, created_at)
         VALUES (?, ?, ?, ?, x'00', 1, '{}', 'all', 1)`,
      )
      .run(row.map((value) => value ?? null))
  }
  const subscriptions = (person: Person) =>
    server.ctx.db
      .prepare('SELECT token_hash, session_hash FROM push_subscriptions WHERE account_id = ?')
      .all(person.accountId)

  /** Somebody with another browser and a program, each of which listens and is told by push. */
  async function everywhere(person: Person) {
    const elsewhere = newBrowser(server)
    expect((await sayPassword(elsewhere, person)).status).toBe(200)
    const session = elsewhere.cookies.get('session')
    tellByPush(person, { token: person.token })
    tellByPush(person, { session })
    const headers = { authorization: `Bearer ${person.token}` }
    const program = [
      (await openSocket(server, { token: person.token, query: '?stream=user' })).ended,
      (await openEvents(server, 'user', headers)).ended,
    ]
    const page = (await openSocket(server, { cookie: session, origin: server.url, query: '?stream=user' })).ended
    await settle()
    return { elsewhere, program, page }
  }

  const operator = (...words: string[]) => {
    const { dataDir, secretsDir, publicUrl } = server.ctx.config
    return runAdmin({ DATA_DIR: dataDir, SECRETS_DIR: secretsDir, PUBLIC_URL: publicUrl }, ...words)
  }

  test.each<[string, (person: Person) => Promise<unknown>]>([
    [
      'when I change my password',
      ({ browser: mine }) =>
        mine.post('/auth/password/change', { current: PASSWORD, password: 'another lantern altogether' }),
    ],
    ['when I leave', ({ browser: mine }) => mine.post('/api/community/v1/departure', { password: PASSWORD })],
    ['when the operator closes my account', ({ username }) => operator('accounts', 'modify', username, '--disable')],
    ['when the operator resets my password', ({ username }) => operator('accounts', 'reset-password', username)],
    [
      'when the operator drops my second step',
      ({ username }) => operator('accounts', 'modify', username, '--disable-2fa'),
    ],
  ])('%s', async (_, end) => {
    const [person] = await cast(server, 'ann')
    const { elsewhere, program, page } = await everywhere(person)
    await end(person)
    expect((await elsewhere.get('/auth/session')).body.account).toBeNull()
    expect((await person.api.get(VERIFY)).status).toBe(401)
    expect(subscriptions(person)).toEqual([])
    expect(await Promise.all([page, ...program])).toEqual([1008, 1008, 0])
  })

  test('when I shut a program out, and only what is that program’s', async () => {
    const [ann] = await cast(server, 'ann')
    const app = await server.visitor.post('/api/v1/apps', {
      client_name: 'Lantern',
      redirect_uris: 'urn:ietf:wg:oauth:2.0:oob',
    })
    server.ctx.db.prepare('UPDATE tokens SET app_id = ? WHERE account_id = ?').run(Number(app.body.id), ann.accountId)
    const { elsewhere, program, page } = await everywhere(ann)
    expect((await ann.browser.delete(`/api/community/v1/programs/${app.body.id}`)).status).toBe(200)
    expect((await ann.api.get(VERIFY)).status).toBe(401)
    expect(await Promise.all(program)).toEqual([1008, 0])
    expect(await Promise.race([page, settle().then(() => 'open')])).toBe('open')
    expect((await elsewhere.get('/auth/session')).body.account.id).toBe(ann.id)
    expect(subscriptions(ann)).toEqual([{ token_hash: null, session_hash: expect.anything() }])
  })
})

describe('a token', () => {
  const verify = '/api/v1/accounts/verify_credentials'

  test.each(['access_token', 'bearer_token', 'token', 'authorization'])(
    'in the address, as %s, is not looked at',
    async (name) => {
      expect((await server.visitor.get(`${verify}?${name}=${alice.token}`)).status).toBe(401)
    },
  )

  test('in a form is not looked at', async () => {
    const form = { status: 'forged', access_token: alice.token, bearer_token: alice.token }
    expect((await server.visitor.post('/api/v1/statuses', form)).status).toBe(401)
  })

  test('in a cookie is not looked at', async () => {
    expect((await server.visitor.get(verify, { cookie: `session=${alice.token}` })).status).toBe(401)
  })

  test('and a cookie together are never mixed: the token alone counts', async () => {
    const cookie = `session=${berta.browser.cookies.get('session')}`
    const both = createClient(server.url, { cookie, authorization: `Bearer ${alice.token}` })
    expect((await both.get(verify)).body.username).toBe('alice')
    const wrong = createClient(server.url, { cookie, authorization: 'Bearer wrong', origin: server.url })
    expect((await wrong.get(verify)).status).toBe(401)
    expect((await wrong.post('/api/v1/statuses', { status: 'x' })).status).toBe(401)
    const basic = createClient(server.url, { cookie, authorization: 'Basic YTpi', origin: server.url })
    expect((await basic.get(verify)).status).toBe(401)
  })

  test.each(['Bearer', 'Bearer ', 'bearer', 'Token x', 'Bearer a b', 'Digest x', 'Bearer ', 'Bearer\tx'])(
    '%j is no token',
    async (authorization) => {
      const reply = await server.visitor.get(verify, { authorization })
      expect(reply.status).toBe(401)
    },
  )

  test('of a program is not enough for what only our own pages may do', async () => {
    const owner = await server.signUp('olga', {
      roles: ['owner'],
      scopes: 'read write follow push admin:read admin:write',
    })
    expect((await owner.api.get('/api/community/v1/admin/settings')).status).toBe(403)
    expect((await owner.browser.get('/api/community/v1/admin/settings')).status).toBe(200)
    const form = { current: PASSWORD, password: 'another lantern altogether' }
    expect((await owner.api.post('/auth/password/change', form)).status).toBe(403)
  })
})

describe('roles', () => {
  test.each([
    ['get', '/api/community/v1/admin/settings'],
    ['patch', '/api/community/v1/admin/settings'],
    ['get', '/api/community/v1/admin/people?show=applications'],
    ['post', '/api/community/v1/admin/people/1/approve'],
    ['post', '/api/community/v1/admin/people/1/reset-link'],
    ['post', '/api/community/v1/admin/mail-test'],
    ['get', '/api/community/v1/admin/invites'],
  ] as const)('are needed for %s %s', async (method, path) => {
    const form = method === 'get' ? undefined : {}
    expect((await alice.browser[method](path, form as never)).status).toBe(403)
    const visitor = browser()
    expect((await visitor[method](path, form as never)).status).toBe(401)
  })

  test('of a moderator are not those of an owner', async () => {
    const moderator = await server.signUp('mona', { roles: ['moderator'] })
    expect((await moderator.browser.get('/api/community/v1/admin/settings')).status).toBe(403)
    expect((await moderator.browser.get('/api/community/v1/admin/people?show=members')).status).toBe(200)
  })
})

test('wrong names and wrong passwords are answered alike, in words and in time', async () => {
  const tried = async (login: string) => {
    const from = performance.now()
    const { status, body } = await browser().post('/auth/session', { login, password: 'not the password at all' })
    return { said: [status, body], ms: performance.now() - from }
  }
  await tried('alice')
  const names = ['alice', 'nobody-at-all', 'alice@mail.example', 'nobody@mail.example']
  const replies = []
  for (const name of names) replies.push(await tried(name))
  for (const { said } of replies) expect(said).toEqual(replies[0]?.said)
})
