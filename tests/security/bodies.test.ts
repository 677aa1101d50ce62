import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const parts = (...lines: string[]) =>
  `${lines.map((line) => `--x\r\nContent-Disposition: form-data; ${line}\r\n`).join('')}--x--\r\n`
const multipart = { 'content-type': 'multipart/form-data; boundary=x' }

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; reply: T }> {
  const from = performance.now()
  const reply = await work()
  return { ms: performance.now() - from, reply }
}

const post = (body: string, headers: Record<string, string>) => alice.api.post('/api/v1/statuses', body, headers)

/** The server still answers at once. */
const isWell = async () => expect((await timed(() => server.visitor.get('/healthz'))).ms).toBeLessThan(1000)

describe('a body that is too large is refused with 413 and nothing is changed', () => {
  const large = 'x'.repeat(600_000)
  test.each([
    ['as JSON', JSON.stringify({ status: large }), json],
    ['as a form', `status=${large}`, form],
    ['in one part', parts(`name="status"\r\n\r\n${large}`), multipart],
    [
      'in many parts',
      parts(...Array.from({ length: 60 }, (_, at) => `name="f${at}"\r\n\r\n${'x'.repeat(20_000)}`)),
      multipart,
    ],
    [
      'as a file where none is taken',
      parts(`name="f"; filename="f.png"\r\nContent-Type: image/png\r\n\r\n${large}`),
      multipart,
    ],
  ])('%s', async (_how, body, headers) => {
    const { status } = await post(body, headers)
    expect(status).toBe(413)
    expect((await alice.api.get(`/api/v1/accounts/${alice.id}/statuses`)).body).toEqual([])
    await isWell()
  })

  test('however it is packed', async () => {
    const { gzipSync } = await import('node:zlib')
    const bomb = gzipSync(Buffer.from(JSON.stringify({ status: 'x'.repeat(30_000_000) })))
    const response = await fetch(`${server.url}/api/v1/statuses`, {
      method: 'POST',
      headers: { ...json, 'content-encoding': 'gzip', authorization: `Bearer ${alice.token}` },
      body: bomb,
    })
    expect([413, 415, 400]).toContain(response.status)
    await isWell()
  })

  test('also a picture', async () => {
    const sent = new FormData()
    sent.set('avatar', new Blob([new Uint8Array(9 * 1024 * 1024)], { type: 'image/png' }), 'a.png')
    const reply = await alice.api.patch('/api/v1/accounts/update_credentials', sent)
    expect(reply.status).toBe(413)
    expect((await alice.api.get('/api/v1/accounts/verify_credentials')).body.avatar).toContain('avatar-missing.png')
  })
})

describe('a body that is made to cost time is answered soon', () => {
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  test.each([
    ['an object 20,000 deep', deep(20_000), json],
    ['a list 100,000 deep', `{"status":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, json],
    ['a form 5,000 deep', `status=x&a${'[a]'.repeat(5000)}=1`, form],
    ['50,000 fields', Array.from({ length: 50_000 }, (_, at) => `f${at}=1`).join('&'), form],
    ['50,000 items', `status=x&media_ids[]=${'&media_ids[]='.repeat(15_000)}`, form],
    ['an index of a billion', 'status=x&warning_topics[1000000000]=a', form],
    ['100,000 keys', `{${Array.from({ length: 15_000 }, (_, at) => `"k${at}":1`).join(',')}}`, json],
    ['a number with 100,000 digits', `{"status":"x","in_reply_to_id":${'9'.repeat(100_000)}}`, json],
    ['a part without an end', `--x\r\nContent-Disposition: form-data; name="status"\r\n\r\nabc`, multipart],
    ['parts without a boundary', 'abc', { 'content-type': 'multipart/form-data' }],
    ['a part whose name is a bomb', parts(`name="a${'[a]'.repeat(5000)}"\r\n\r\n1`), multipart],
  ])('%s', async (_what, body, headers) => {
    const { ms, reply } = await timed(() => post(body, headers))
    expect(ms).toBeLessThan(3000)
    expect(reply.status).toBeGreaterThanOrEqual(200)
    expect(reply.status).toBeLessThan(500)
    await isWell()
  })

  test.each([
    ['deep', `a${'[a]'.repeat(2000)}=1`],
    ['wide', Array.from({ length: 2000 }, (_, at) => `id[]=${at}`).join('&')],
    ['with a huge index', 'id[99999999]=1'],
    ['with a bad escape', 'id=%E0%A4%A'],
    ['twice the same', 'limit=1&limit=2&max_id=1&max_id=2'],
    ['an object where a number belongs', 'limit[a]=1&max_id[b]=2'],
  ])('a query that is %s', async (_what, query) => {
    for (const path of [
      '/api/v1/timelines/public',
      '/api/v1/accounts/relationships',
      '/api/v1/apps/verify_credentials',
    ]) {
      const { ms, reply } = await timed(() => alice.api.get(`${path}?${query}`))
      expect(ms).toBeLessThan(2000)
      expect(reply.status).toBeLessThan(500)
    }
  })

  test.each([
    ['20,000 brackets behind an address', `https://a.example/${'('.repeat(19_000)}`],
    ['mentions of mentions', '@a'.repeat(9000)],
    ['a name without an end', `@a@${'a'.repeat(19_000)}`],
    ['labels without an end', `@a@${'a.'.repeat(9000)}`],
    ['hyphens', `@a@${'a-'.repeat(9000)}`],
    ['a hashtag without an end', `#${'·'.repeat(19_000)}`],
    ['hashtags', '#'.repeat(19_000)],
    ['slashes', `${'https://'.repeat(2400)}`],
    ['spaces', `${' '.repeat(19_000)}x`],
    ['line breaks', `x${'\n'.repeat(19_000)}x`],
    ['marks upon marks', `a${'\u0301'.repeat(19_000)}`],
    ['families', '👩‍👩‍👧‍👦'.repeat(1700)],
  ])('a post of %s', async (_what, status) => {
    const { ms, reply } = await timed(() => alice.api.post('/api/v1/statuses', { status }))
    expect(ms).toBeLessThan(1500)
    expect([200, 422]).toContain(reply.status)
  })
})

describe('names that belong to objects themselves', () => {
  const names = [
    '__proto__[polluted]=1',
    'constructor[prototype][polluted]=1',
    '__proto__.polluted=1',
    'status=x&__proto__[admin]=true',
    'toString=1&hasOwnProperty=1&valueOf=1&status=x',
  ]
  test.each(names)('do nothing in a form: %s', async (body) => {
    expect((await post(body, form)).status).toBeLessThan(500)
    expect((await alice.api.get(`/api/v1/timelines/public?${body}`)).status).toBeLessThan(500)
    expect('polluted' in {}).toBe(false)
  })

  test('do nothing in JSON or parts', async () => {
    for (const body of [
      '{"__proto__":{"polluted":1,"status":"x"}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '{"status":{"__proto__":{"polluted":1}}}',
    ]) {
      expect((await post(body, json)).status).toBe(422)
    }
    expect(
      (await post(parts('name="__proto__[polluted]"\r\n\r\n1', 'name="__proto__[status]"\r\n\r\nx'), multipart)).status,
    ).toBe(422)
    expect(
      (await post(parts('name="__proto__"; filename="a.png"\r\nContent-Type: image/png\r\n\r\nx'), multipart)).status,
    ).toBeLessThan(500)
    expect('polluted' in {}).toBe(false)
    expect(Object.prototype).not.toHaveProperty('status')
  })
})

describe('what is no request at all', () => {
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      const { hostname, port } = new URL(server.url)
      let answer = ''
      const socket = connect(Number(port), hostname, () => socket.write(text))
      socket.setTimeout(3000, () => socket.destroy())
      socket.on('data', (part) => {
        answer += part
        socket.end()
      })
      socket.on('close', () => resolve(answer)).on('error', () => resolve(answer))
    })

  test.each([
    ['two lengths', 'POST /api/v1/apps HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
    [
      'a length and chunks',
      'POST /api/v1/apps HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a header of 100 kB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['noise', '\x16\x03\x01\x02\x00\x01\x00'],
  ])('%s is refused', async (_what, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d|^$/)
    await isWell()
  })
})
