import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const NUL = '\u0000'
const odd: [string, string][] = [
  ['a NUL', `a${NUL}b`],
  ['half a sign', 'a\ud800b'],
  ['the other half', 'a\udc00b'],
  ['a sign that turns the line round', 'a\u202eb'],
  ['an isolate that is not closed', 'a\u2066b'],
  ['an escape sequence of a terminal', 'a\u001b[2Jb'],
  ['a byte order mark', '\ufeffab'],
]

const store = () => JSON.stringify(server.ctx.db.prepare('SELECT text, spoiler_text FROM statuses').all())

describe('signs that nobody sees or that turn others round', () => {
  test.each(odd)('%s never breaks an answer, and a name does not keep it', async (_what, text) => {
    const { status, body } = await alice.api.patch('/api/v1/accounts/update_credentials', {
      display_name: text,
      note: text,
    })
    expect(status).toBeLessThan(500)
    if (status !== 200) return
    expect(body.display_name.isWellFormed()).toBe(true)
    expect(body.display_name).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
  })

  test.each(odd)('%s in a post is refused or kept whole', async (_what, text) => {
    const { status, body } = await alice.api.post('/api/v1/statuses', { status: text, spoiler_text: text })
    expect([200, 422]).toContain(status)
    if (status === 200) expect(body.content.isWellFormed()).toBe(true)
    expect(store().isWellFormed()).toBe(true)
    expect(store()).not.toContain('\\u0000')
    const list = await alice.api.get(`/api/v1/accounts/${alice.id}/statuses`)
    expect(list.status).toBe(200)
  })

  // a byte order mark at the edge is white space, which is cut off
  test.each(odd.slice(0, -1))('%s is no part of a member’s name', async (_what, text) => {
    const { body } = await server.visitor.get(
      `/api/community/v1/onboarding/username?username=${encodeURIComponent(text.toWellFormed())}`,
    )
    expect(body.available).toBe(false)
  })

  test.each([
    'alice\u200b',
    'ALICE',
    'аlice',
    'ａｌｉｃｅ',
    'alice ',
    'ali\u00adce',
    'alıce',
    '@alice',
    'alice@127.0.0.1',
    '..',
    'a/b',
    'a?b',
    'admin',
    'Administrator',
    'moderator',
    'support',
    'abuse',
    'postmaster',
    'root',
  ])('%j cannot be taken for somebody else', async (username) => {
    const { body } = await server.visitor.get(
      `/api/community/v1/onboarding/username?username=${encodeURIComponent(username)}`,
    )
    expect(body.available).toBe(false)
  })

  test.each(odd)('%s in a log-in is just wrong', async (_what, text) => {
    const reply = await server.visitor.post('/auth/session', { login: text, password: text }, { origin: server.url })
    expect([401, 422]).toContain(reply.status)
    const other = await server.visitor.post(
      '/auth/session',
      { login: `alice${text.slice(1)}`, password: PASSWORD },
      { origin: server.url },
    )
    expect(other.status).not.toBe(200)
  })

  test('the name of a program is shown without them', async () => {
    for (const [, text] of odd) {
      const { status, body } = await server.visitor.post('/api/v1/apps', {
        client_name: text,
        redirect_uris: 'lantern://back',
      })
      if (status === 200) expect(body.name).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
      else expect(status).toBe(422)
    }
  })
})

describe('signs that SQL knows', () => {
  const hostile = [
    "' OR 1=1 --",
    '"; DROP TABLE statuses; --',
    "a'||(SELECT password_hash FROM members)||'",
    '\\',
    '%',
    '_',
    '%_%',
    'a* OR b',
    '"NEAR(',
    "');--",
  ]

  test.each(hostile)('%j is text in every field', async (text) => {
    const found = await alice.api.get(`/api/v1/accounts/search?q=${encodeURIComponent(text)}`)
    expect([found.status, found.body]).toEqual([200, []])
    for (const path of [
      '/api/v1/accounts/lookup?acct=',
      '/api/v1/timelines/tag/',
      '/api/v1/accounts/',
      '/api/v1/statuses/',
      '/api/community/v1/onboarding/invites/',
    ]) {
      expect((await alice.api.get(path + encodeURIComponent(text))).status).toBeLessThan(500)
    }
    const { body } = await alice.api.post('/api/v1/statuses', { status: text, spoiler_text: text })
    expect(body.spoiler_text).toBe(text)
  })

  test('a wildcard finds nobody in the list of people', async () => {
    const owner = await server.signUp('olga', { roles: ['owner'] })
    const find = async (q: string) =>
      (await owner.browser.get(`/api/community/v1/admin/people?show=members&q=${encodeURIComponent(q)}`)).body
    expect((await find('alice')).length).toBe(1)
    for (const wildcard of ['%', '_____', 'a%e', '*', '?', '[a-z]*'])
      expect([wildcard, await find(wildcard)]).toEqual([wildcard, []])
  })
})

describe('ids that are none', () => {
  test.each([
    '-1',
    '0',
    '1e3',
    '0x10',
    ' 1',
    '1 ',
    '１',
    '9007199254740993',
    '99999999999999999999',
    'NaN',
    'Infinity',
    'null',
    '[object Object]',
    '1;2',
    '1,2',
    '1.5',
  ])('%j names nothing', async (id) => {
    for (const path of [`/api/v1/accounts/${encodeURIComponent(id)}`, `/api/v1/statuses/${encodeURIComponent(id)}`]) {
      expect([path, (await alice.api.get(path)).status]).toEqual([path, 404])
    }
    const { status } = await alice.api.get(`/api/v1/timelines/home?max_id=${encodeURIComponent(id)}`)
    expect(status).toBeLessThan(500)
  })
})
