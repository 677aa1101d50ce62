import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer, newProof, type Program, register, request, sentBack } from '../support/program.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
let program: Program
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  program = await register(server)
})
afterAll(() => server.stop())

const page = (asked: Record<string, string>) => `/oauth/authorize?${new URLSearchParams(asked)}`
const asBrowser = { accept: 'text/html' }

describe('somebody whom a program sent', () => {
  test('logs in first, and the form carries the request along', async () => {
    const { status, text, headers } = await server.visitor.get(page(request(program, { state: 'a "b" <c>' })))
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain('action="/oauth/login"')
    expect(text).toContain('name="state" value="a &quot;b&quot; &lt;c&gt;"')
    expect(text).not.toContain('<script')
  })

  test('reads in plain words what the program would be able to do', async () => {
    const { text } = await alice.browser.get(page(request(program, { scope: 'read write:statuses push' })))
    expect(text).toContain('Lantern')
    expect(text).toContain('@alice')
    for (const sentence of [
      'Read everything that you can read here',
      'Post and delete in your name',
      'Send you notifications',
    ]) {
      expect(text).toContain(sentence)
    }
    expect(text).not.toContain('Do everything in your name')
  })

  test('is not told the same thing twice', async () => {
    const { text } = await alice.browser.get(page(request(program, { scope: 'read read:statuses profile' })))
    expect(text).not.toContain('Read every post')
    expect(text).not.toContain('See who you are')
  })

  test('reads the name of a program as text', async () => {
    const evil = await server.visitor.post('/api/v1/apps', {
      client_name: '<img src=x onerror=alert(1)>',
      redirect_uris: 'lantern://back',
    })
    const { text } = await alice.browser.get(
      page(request({ ...program, client_id: evil.body.client_id }, { scope: 'read' })),
    )
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(text).not.toContain('<img')
  })

  test('goes back with a code and with the state as it was', async () => {
    const state = 'ü &=+ %20 "\''
    const { status, headers } = await answer(alice, request(program, { state }))
    const [address = '', query = ''] = headers.get('location')?.split('?') ?? []
    expect([status, address]).toEqual([303, 'lantern://back'])
    const values = Object.fromEntries(query.split('&').map((pair) => pair.split('=').map(decodeURIComponent)))
    expect(values).toEqual({ code: expect.stringMatching(/^[\w-]{43}$/), state })
  })

  test('may say no, and the program learns just that', async () => {
    const { headers } = await answer(alice, request(program, { state: 's' }), 'deny')
    expect(sentBack(headers)).toEqual({ error: 'access_denied', error_description: expect.any(String), state: 's' })
  })

  test('keeps what stands in the program’s own address', async () => {
    const other = await register(server, 'https://lantern.example/cb?kept=1')
    const { headers } = await answer(alice, request(other))
    expect(headers.get('location')).toMatch(/^https:\/\/lantern\.example\/cb\?kept=1&code=/)
  })

  test('is asked for the password again where the program wants that', async () => {
    const { text } = await alice.browser.get(page(request(program, { force_login: 'true' })))
    expect(text).toContain('action="/oauth/login"')
    expect(text).not.toContain('force_login')
  })

  test('gets the code on a page when the program cannot be opened', async () => {
    const cli = await register(server, 'urn:ietf:wg:oauth:2.0:oob')
    const { headers } = await answer(alice, request(cli))
    const location = headers.get('location') ?? ''
    expect(location).toMatch(/^\/oauth\/authorize\/native\?code=/)
    const { text, status } = await alice.browser.get(location)
    expect([status, text.includes(sentBack(headers).code ?? '-')]).toEqual([200, true])
  })

  test('is told on that page when there is no code', async () => {
    const cli = await register(server, 'urn:ietf:wg:oauth:2.0:oob')
    const { headers } = await answer(alice, request(cli), 'deny')
    const { text, status } = await alice.browser.get(headers.get('location') ?? '')
    expect([status, text.includes('Nothing was allowed')]).toEqual([400, true])
    expect((await server.visitor.get('/oauth/authorize/native?code=<b>call+this+number</b>')).text).not.toContain(
      'number',
    )
    const why = (error: string) => server.visitor.get(`/oauth/authorize/native?error=${error}`)
    expect((await why('invalid_scope')).text).toContain('asked for something that this server does not know')
    expect((await why('call+this+number')).text).not.toContain('number')
  })

  test('is asked anew when somebody else has logged in meanwhile', async () => {
    const berta = await server.signUp('berta')
    const asked = request(program)
    const { headers } = await berta.browser.post(
      '/oauth/authorize',
      new URLSearchParams({ ...asked, account: alice.id, answer: 'allow' }),
    )
    expect(headers.get('location')).toMatch(/^\/oauth\/authorize\?response_type=code/)
  })

  test('cannot allow anything before being approved', async () => {
    const wanda = await server.signUp('wanda', { waiting: true })
    const seen = await wanda.browser.get(page(request(program)), asBrowser)
    expect([seen.status, seen.text.includes('waits for approval')]).toEqual([403, true])
    const { status, headers } = await answer(wanda, request(program))
    expect([status, headers.get('location')]).toEqual([403, null])
  })

  test('cannot be answered for by a program with a token', async () => {
    const form = new URLSearchParams({
      ...request(program, { scope: 'read write follow' }),
      account: alice.id,
      answer: 'allow',
    })
    const { headers } = await alice.api.post('/oauth/authorize', form)
    expect(headers.get('location')).toMatch(/^\/oauth\/authorize\?/)
  })
})

describe('the log-in form', () => {
  const logIn = (login: string, password: string, headers: Record<string, string> = { origin: server.url }) =>
    server.visitor.post(
      '/oauth/login',
      new URLSearchParams({ ...request(program, { state: 's' }), login, password }),
      headers,
    )

  test('goes on to the question, with a session', async () => {
    const { status, headers } = await logIn('alice', PASSWORD)
    expect(status).toBe(303)
    expect(headers.get('set-cookie')).toMatch(/^session=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
    const { text } = await server.visitor.get(headers.get('location') ?? '')
    expect(text).toContain('name="answer" value="allow"')
    expect(text).toContain('name="state" value="s"')
    server.visitor.cookies.clear()
  })

  test('takes the mail address too', async () => {
    expect((await logIn('alice@mail.example', PASSWORD)).status).toBe(303)
    server.visitor.cookies.clear()
  })

  test('says what is wrong, and keeps the name and the request', async () => {
    const { status, text, headers } = await logIn('alice', 'something else entirely')
    expect([status, headers.get('set-cookie')]).toEqual([401, null])
    expect(text).toContain('The name or the password is not right.')
    expect(text).toContain('value="alice"')
    expect(text).toContain('name="state" value="s"')
    expect(text).not.toContain('something else entirely')
  })

  test('ends the session of before', async () => {
    const berta = await server.signUp('bertha')
    const form = new URLSearchParams({ ...request(program), login: 'bertha', password: PASSWORD })
    const before = `session=${berta.browser.cookies.get('session')}`
    expect((await berta.browser.post('/oauth/login', form)).status).toBe(303)
    const { text } = await server.visitor.get(page(request(program)), { cookie: before })
    expect(text).toContain('action="/oauth/login"')
  })

  test('does nothing for another site’s page', async () => {
    const others: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      {},
    ]
    for (const headers of others) {
      expect((await logIn('alice', PASSWORD, headers)).status).toBe(403)
    }
  })
})

describe('a request that is not right', () => {
  test.each([
    ['from a program that nobody knows', { client_id: 'nobody' }],
    ['to an address that is not registered', { redirect_uri: 'lantern://elsewhere' }],
    ['to an address that only begins like a registered one', { redirect_uri: 'lantern://back/../evil' }],
    ['to a registered address with one more slash', { redirect_uri: 'lantern://back/' }],
  ])('%s is shown on our page and never redirected', async (_what, change) => {
    for (const path of [page({ ...request(program), ...change })]) {
      const { status, headers, text } = await alice.browser.get(path, asBrowser)
      expect([status, headers.get('location'), headers.get('content-type')]).toEqual([
        400,
        null,
        'text/html; charset=utf-8',
      ])
      expect(text).toContain('That did not work')
    }
    const { status, headers } = await answer(alice, { ...request(program), ...change })
    expect([status, headers.get('location')]).toEqual([400, null])
  })

  test.each([
    ['asks for a token at once', { response_type: 'token' }, 'unsupported_response_type'],
    ['asks for a scope that nobody knows', { scope: 'read everything' }, 'invalid_scope'],
    ['asks for more than it registered for', { scope: 'admin:read' }, 'invalid_scope'],
    [
      'proves itself with a plain challenge',
      { code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' },
      'invalid_request',
    ],
    ['leaves out the challenge’s method', { code_challenge: 'a'.repeat(43) }, 'invalid_request'],
    [
      'has a challenge of the wrong length',
      { code_challenge: 'abc', code_challenge_method: 'S256' },
      'invalid_request',
    ],
    ['has a method and no challenge', { code_challenge_method: 'S256' }, 'invalid_request'],
  ])('because the program %s goes back to it', async (_what, change, error) => {
    const { status, headers } = await alice.browser.get(page(request(program, { state: 's', ...change })))
    expect(status).toBe(303)
    expect(sentBack(headers)).toEqual({ error, error_description: expect.any(String), state: 's' })
  })

  test('a good challenge is asked about as ever', async () => {
    const { challenge } = newProof()
    const path = page(request(program, { code_challenge: challenge, code_challenge_method: 'S256' }))
    expect((await alice.browser.get(path)).status).toBe(200)
  })

  test('a scope may be parted by plus signs and a missing one means reading', async () => {
    const path = `/oauth/authorize?response_type=code&client_id=${program.client_id}&redirect_uri=lantern%3A%2F%2Fback`
    expect((await alice.browser.get(`${path}&scope=read%2Bpush`)).text).toContain('Send you notifications')
    expect((await alice.browser.get(path)).text).toContain('Read everything')
  })
})

describe('these pages', () => {
  const policyOf = async (redirectUri: string) => {
    const other = await register(server, redirectUri)
    const { headers } = await alice.browser.get(page(request(other)))
    return headers.get('content-security-policy') ?? ''
  }

  test.each([
    ['lantern://back', "form-action 'self' lantern:"],
    ['https://lantern.example:8443/cb', "form-action 'self' https://lantern.example:8443"],
    ['http://127.0.0.1:4000/cb', "form-action 'self' http://127.0.0.1:4000"],
    ['http://[::1]:4000/cb', "form-action 'self' http:"],
  ])('let their form end at %s and nowhere else', async (redirectUri, directive) => {
    const policy = await policyOf(redirectUri)
    expect(policy.split('; ')).toContain(directive)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  })

  test('cannot be read by other sites, kept by caches or shown in frames', async () => {
    const { headers } = await alice.browser.get(page(request(program)), { origin: 'https://evil.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  test('have one heading, a main part and a label for every field', async () => {
    for (const client of [server.visitor, alice.browser]) {
      const { text } = await client.get(page(request(program)))
      expect(text.match(/<h1/g)).toHaveLength(1)
      expect(text.match(/<main/g)).toHaveLength(1)
      const ids = [...text.matchAll(/<input class="field_input" id="(\w+)"/g)].map(([, id]) => id)
      for (const id of ids) expect(text).toContain(`for="${id}"`)
    }
  })
})
