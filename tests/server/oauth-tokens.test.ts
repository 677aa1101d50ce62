import { createOAuthAPIClient, createRestAPIClient } from 'masto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allowed, exchange, newProof, type Program, register } from '../support/program.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
let program: Program
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  program = await register(server)
})
afterAll(() => server.stop())

const basic = ({ client_id, client_secret }: Program) =>
  `Basic ${Buffer.from(`${encodeURIComponent(client_id)}:${encodeURIComponent(client_secret)}`).toString('base64')}`

const whoAmI = (token: string) => server.visitor.get('/oauth/userinfo', { authorization: `Bearer ${token}` })

const newToken = async (owner = program): Promise<string> =>
  (await exchange(server, owner, await allowed(alice, owner))).body.access_token

describe('a program fetches its token', () => {
  test('with the code, once', async () => {
    const { status, body, headers } = await exchange(server, program, await allowed(alice, program))
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: 'Bearer',
      scope: 'read write',
      created_at: Math.floor(body.created_at),
    })
    expect(Math.abs(body.created_at - Date.now() / 1000)).toBeLessThan(60)
    expect(headers.get('cache-control')).toContain('no-store')
    expect((await whoAmI(body.access_token)).body.preferred_username).toBe('alice')
  })

  test('by a form, and with HTTP Basic', async () => {
    const code = await allowed(alice, program)
    const form = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: program.redirectUri })
    const { status } = await server.visitor.post('/oauth/token', form, { authorization: basic(program) })
    expect(status).toBe(200)
  })

  test('with the proof that it began the request', async () => {
    const { verifier, challenge } = newProof()
    const code = await allowed(alice, program, { code_challenge: challenge, code_challenge_method: 'S256' })
    expect((await exchange(server, program, code, { code_verifier: verifier })).status).toBe(200)
  })

  test('for itself', async () => {
    const form = { grant_type: 'client_credentials', ...program, scope: 'read' }
    const { status, body } = await server.visitor.post('/oauth/token', form)
    expect([status, body.scope]).toEqual([200, 'read'])
    expect((await whoAmI(body.access_token)).status).toBe(422)
  })

  test('through masto', async () => {
    const oauth = createOAuthAPIClient({ url: server.url })
    const token = await oauth.token.create({
      grantType: 'authorization_code',
      clientId: program.client_id,
      clientSecret: program.client_secret,
      redirectUri: program.redirectUri,
      code: await allowed(alice, program),
    })
    expect(token.scope).toBe('read write')
    const masto = createRestAPIClient({ url: server.url, accessToken: token.accessToken })
    expect((await masto.v1.apps.verifyCredentials()).name).toBe('Lantern')
  })

  test('which can do what was allowed and no more', async () => {
    const code = await allowed(alice, program, { scope: 'write:statuses' })
    const { body } = await exchange(server, program, code)
    const { status, body: refusal } = await whoAmI(body.access_token)
    expect([status, refusal.error]).toEqual([403, 'This action is outside the authorized scopes'])
  })
})

describe('no token is given', () => {
  test.each([
    ['a code that nobody was given', async () => exchange(server, program, 'x'.repeat(43))],
    [
      'another address',
      async () => exchange(server, program, await allowed(alice, program), { redirect_uri: 'lantern://other' }),
    ],
    [
      'the wrong proof',
      async () => {
        const code = await allowed(alice, program, {
          code_challenge: newProof().challenge,
          code_challenge_method: 'S256',
        })
        return exchange(server, program, code, { code_verifier: newProof().verifier })
      },
    ],
    [
      'no proof where one was promised',
      async () =>
        exchange(
          server,
          program,
          await allowed(alice, program, { code_challenge: newProof().challenge, code_challenge_method: 'S256' }),
        ),
    ],
    [
      'a proof where none was promised',
      async () => exchange(server, program, await allowed(alice, program), { code_verifier: newProof().verifier }),
    ],
    ['another program’s code', async () => exchange(server, await register(server), await allowed(alice, program))],
    [
      'a code after ten minutes',
      async () => {
        const code = await allowed(alice, program)
        await server.advance('PT10M')
        return exchange(server, program, code)
      },
    ],
    [
      'the code of somebody who was suspended meanwhile',
      async () => {
        const berta = await server.signUp('berta')
        const code = await allowed(berta, program)
        server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(berta.accountId)
        return exchange(server, program, code)
      },
    ],
  ])('for %s', async (_what, attempt) => {
    const { status, body } = await attempt()
    expect([status, body]).toEqual([400, { error: 'invalid_grant', error_description: expect.any(String) }])
  })

  test('a second time for one code, and the first token ends with it', async () => {
    const code = await allowed(alice, program)
    const { body: first } = await exchange(server, program, code)
    expect((await whoAmI(first.access_token)).status).toBe(200)
    const second = await exchange(server, program, code)
    expect([second.status, second.body.error]).toEqual([400, 'invalid_grant'])
    expect((await whoAmI(first.access_token)).status).toBe(401)
  })

  test('twice for one code that is sent twice at once', async () => {
    const code = await allowed(alice, program)
    const replies = await Promise.all([1, 2, 3].map(() => exchange(server, program, code)))
    expect(replies.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
  })

  test.each([
    ['that nobody knows', { client_id: 'nobody' }],
    ['with the wrong secret', { client_secret: 'x'.repeat(43) }],
    ['without a secret', { client_secret: '' }],
  ])('to a program %s: 401 invalid_client, on which it registers anew', async (_what, change) => {
    const { status, body, headers } = await exchange(server, program, await allowed(alice, program), change)
    expect([status, body.error]).toEqual([401, 'invalid_client'])
    expect(headers.get('www-authenticate')).toMatch(/^Basic/)
  })

  test.each([
    ['without a kind of grant', {}, 'invalid_request'],
    ['by name and password', { grant_type: 'password', username: 'alice', password: 'x' }, 'unsupported_grant_type'],
    ['without a code', { grant_type: 'authorization_code' }, 'invalid_request'],
    ['for a scope that nobody knows', { grant_type: 'client_credentials', scope: 'everything' }, 'invalid_scope'],
    ['for more than was registered', { grant_type: 'client_credentials', scope: 'admin:write' }, 'invalid_scope'],
    ['when a field comes twice', { grant_type: ['client_credentials', 'client_credentials'] }, 'invalid_request'],
  ])('%s', async (_what, form, error) => {
    const { client_id, client_secret } = program
    const { status, body } = await server.visitor.post('/oauth/token', { client_id, client_secret, ...form })
    expect([status, body]).toEqual([400, { error, error_description: expect.any(String) }])
  })
})

describe('a token', () => {
  const revoke = (owner: Program, token: string) =>
    server.visitor.post('/oauth/revoke', { client_id: owner.client_id, client_secret: owner.client_secret, token })

  test('is ended by its program, and ending it again does no harm', async () => {
    const token = await newToken()
    for (const _ of [1, 2]) {
      const { status, body } = await revoke(program, token)
      expect([status, body]).toEqual([200, {}])
    }
    const { status, body } = await whoAmI(token)
    expect([status, body.error]).toEqual([401, 'The access token is invalid'])
  })

  test('is not ended by another program', async () => {
    const token = await newToken()
    const { status, body } = await revoke(await register(server), token)
    expect([status, body.error]).toEqual([403, 'unauthorized_client'])
    expect((await whoAmI(token)).status).toBe(200)
  })

  test('is not ended by somebody without the secret', async () => {
    const token = await newToken()
    const { status, body } = await revoke({ ...program, client_secret: 'guess' }, token)
    expect([status, body.error]).toEqual([401, 'invalid_client'])
    expect((await whoAmI(token)).status).toBe(200)
  })

  test('and a code are kept as hashes only', async () => {
    const code = await allowed(alice, program)
    const { body } = await exchange(server, program, code)
    const rows = ['tokens', 'grants'].flatMap((table) => server.ctx.db.prepare(`SELECT * FROM ${table}`).all())
    expect(JSON.stringify(rows)).not.toContain(body.access_token)
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  test('says whose it is', async () => {
    const { body } = await whoAmI(await newToken())
    expect(body).toEqual({
      iss: `${server.url}/`,
      sub: expect.stringContaining(`${server.url}/`),
      name: 'alice',
      preferred_username: 'alice',
      profile: `${server.url}/@alice`,
      picture: expect.stringContaining(`${server.url}/`),
    })
  })
})
