import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, createClient } from '../support/client.ts'
import { mastoOf, say } from '../support/masto.ts'
import { allowed, exchange, register } from '../support/program.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
let bob: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  bob = await server.signUp('bob')
})
afterAll(() => server.stop())

const post = (body: unknown, headers?: Record<string, string>) => alice.api.post('/api/v1/statuses', body, headers)

describe('a member posts', () => {
  test('through masto, and everybody can read it', async () => {
    const written = await mastoOf(server, alice).v1.statuses.create({ status: 'Soup on Thursday.\n\nBring bowls.' })
    expect(written.content).toBe('<p>Soup on Thursday.</p><p>Bring bowls.</p>')
    expect(written.id).toMatch(/^\d{16}$/)
    expect(written.url).toBe(`${server.url}/@alice/${written.id}`)
    expect(written.visibility).toBe('public')
    expect(written.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    const read = await mastoOf(server).v1.statuses.$select(written.id).fetch()
    expect(read.content).toBe(written.content)
    expect(read.account.acct).toBe('alice')
  })

  test('and mentions, hashtags and links are recognised', async () => {
    const status = await say(alice, 'Hi @bob and @bob@elsewhere.example, see https://example.org/a #Soup')
    expect(status.mentions).toEqual([{ id: bob.id, username: 'bob', acct: 'bob', url: `${server.url}/@bob` }])
    expect(status.tags).toEqual([{ name: 'soup', url: `${server.url}/tags/soup` }])
    expect(status.content).toContain(`<a href="${server.url}/@bob" class="u-url mention">@<span>bob</span></a>`)
    expect(status.content).toContain('@bob@elsewhere.example')
    expect(status.content).toContain('href="https://example.org/a"')
    expect(status.content).toContain('#<span>Soup</span>')
  })

  test('and a mention by the full address of our own server is one', async () => {
    const status = await say(alice, `Hi @bob@${new URL(server.url).host}`)
    expect(status.mentions.map(({ acct }) => acct)).toEqual(['bob'])
  })

  test('what looks like HTML, and it stays text', async () => {
    const status = await say(alice, '<script>alert(1)</script> & "quotes"')
    expect(status.content).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;</p>')
  })

  test.each(['public', 'unlisted', 'private', 'direct'] as const)('with the visibility %s', async (visibility) => {
    const status = await say(alice, 'Only for some', { visibility, local_only: true })
    expect(status).toMatchObject({ visibility, local_only: true })
  })

  test('with a language', async () => {
    expect((await say(alice, 'Suppe am Donnerstag', { language: 'de' })).language).toBe('de')
    expect((await say(alice, 'Soup on Thursday', { language: '' })).language).toBe('en')
  })

  test('by the visibility, sensitivity and language that they chose as their own', async () => {
    const carol = await server.signUp('carol')
    await carol.api.patch('/api/v1/accounts/update_credentials', {
      source: { privacy: 'private', sensitive: true, language: 'pt' },
    })
    expect(await say(carol, 'Sopa')).toMatchObject({ visibility: 'private', sensitive: true, language: 'pt' })
    expect((await say(carol, 'Sopa', { sensitive: false })).sensitive).toBe(false)
  })

  test('with another program, which only they themselves are shown', async () => {
    const program = await register(server)
    const token = (await exchange(server, program, await allowed(alice, program))).body.access_token
    const lantern = createClient(server.url, { authorization: `Bearer ${token}` })
    const { id } = (await lantern.post('/api/v1/statuses', { status: 'From Lantern' })).body
    const shown = async (client: Client) => (await client.get(`/api/v1/statuses/${id}`)).body
    expect((await shown(alice.api)).application).toEqual({ name: 'Lantern', website: null })
    for (const client of [bob.api, server.visitor]) expect(await shown(client)).not.toHaveProperty('application')
    expect((await say(alice, 'From our page')).application).toBeNull()
  })

  test('and a member is told what they did with it, a visitor is not', async () => {
    const { id } = await say(alice, 'Read me')
    const done = { favourited: false, reblogged: false, muted: false, bookmarked: false, filtered: [] }
    expect((await bob.api.get(`/api/v1/statuses/${id}`)).body).toMatchObject(done)
    const forVisitor = (await server.visitor.get(`/api/v1/statuses/${id}`)).body
    for (const name of Object.keys(done)) expect(forVisitor).not.toHaveProperty(name)
  })

  test('in a form as old clients send it', async () => {
    const reply = await post(new URLSearchParams({ status: 'From a form', sensitive: '1', 'media_ids[]': '' }))
    expect(reply.body).toMatchObject({ content: '<p>From a form</p>', sensitive: true })
    const multipart = new FormData()
    multipart.set('status', 'From another form')
    multipart.set('visibility', 'unlisted')
    expect((await post(multipart)).body).toMatchObject({ content: '<p>From another form</p>', visibility: 'unlisted' })
    const nulls = { status: 'With nulls', media_ids: null, poll: null, in_reply_to_id: null, language: null }
    expect((await post(nulls)).status).toBe(200)
  })
})

describe('a content warning', () => {
  test('stands over the text and makes a post sensitive', async () => {
    const status = await say(alice, 'Lentils', { spoiler_text: 'food', sensitive: false })
    expect(status).toMatchObject({ spoiler_text: 'food', sensitive: true, content: '<p>Lentils</p>' })
  })

  test('without a text becomes the text', async () => {
    const status = await say(alice, '', { spoiler_text: 'food' })
    expect(status).toMatchObject({ spoiler_text: '', content: '<p>food</p>', sensitive: false })
  })

  test('names topics of the community, beside its own words', async () => {
    const status = await say(alice, 'Lentils', { spoiler_text: 'my lunch', warning_topics: ['food', 'alcohol'] })
    expect(status).toMatchObject({ spoiler_text: 'my lunch', warning_topics: ['food', 'alcohol'], sensitive: true })
  })

  test('takes the names of its topics where it has no words', async () => {
    const topics = (await server.visitor.get('/api/community/v1/warnings/topics')).body
    const label = (slug: string) => topics.find((topic: { slug: string }) => topic.slug === slug).label
    const status = await say(alice, 'Lentils in wine', { warning_topics: ['food', 'alcohol'] })
    expect(status.spoiler_text).toBe(`${label('food')}, ${label('alcohol')}`)
  })

  test('cannot name a topic that the community does not have', async () => {
    const reply = await post({ status: 'Lentils', warning_topics: ['nonsense'] })
    expect(reply.status).toBe(422)
    expect(reply.body.details.warning_topics[0].error).toBe('ERR_INCLUSION')
  })
})

describe('a post is refused', () => {
  const refused = async (body: unknown, field: string, cause: string) => {
    const before = server.ctx.db.prepare('SELECT count(*) AS n FROM statuses').get()
    const reply = await post(body)
    expect([reply.status, reply.body.details?.[field]?.[0]?.error]).toEqual([422, cause])
    expect(reply.body.error).toBeTypeOf('string')
    expect(server.ctx.db.prepare('SELECT count(*) AS n FROM statuses').get()).toEqual(before)
  }

  test('without words', async () => {
    await refused({}, 'status', 'ERR_BLANK')
    await refused({ status: ' \n ' }, 'status', 'ERR_BLANK')
  })

  test('past 500 characters, warning and text together', async () => {
    await refused({ status: 'x'.repeat(501) }, 'status', 'ERR_TOO_LONG')
    await refused({ status: 'x'.repeat(490), spoiler_text: 'y'.repeat(11) }, 'status', 'ERR_TOO_LONG')
    await refused({ status: 'x'.repeat(30_000) }, 'status', 'ERR_TOO_LONG')
  })

  test('and not when people count 500 of them', async () => {
    const families = '👩‍👩‍👧‍👦'.repeat(500)
    const link = `https://example.org/${'a'.repeat(200)}`
    expect((await post({ status: families })).status).toBe(200)
    expect((await post({ status: `${'x'.repeat(476)} ${link}` })).status).toBe(200)
    expect((await post({ status: `${'x'.repeat(494)} @bob@elsewhere.example` })).status).toBe(200)
  })

  test('with an audience or a language that there is not', async () => {
    await refused({ status: 'Hi', visibility: 'everyone' }, 'visibility', 'ERR_INVALID')
    await refused({ status: 'Hi', language: 'Klingon!' }, 'language', 'ERR_INVALID')
  })

  test('with more mentions or hashtags than a talk has', async () => {
    const names = Array.from({ length: 21 }, (_, index) => `crowd${index}`)
    for (const name of names) await server.signUp(name)
    await refused({ status: names.map((name) => `@${name}`).join(' ') }, 'status', 'ERR_TOO_LONG')
    const tags = Array.from({ length: 31 }, (_, index) => `#tag${index}`)
    await refused({ status: tags.join(' ') }, 'status', 'ERR_TOO_LONG')
  })

  test('in a shape that is none, and when it is larger than anything one could write', async () => {
    for (const status of [{ a: 1 }, ['a', 'b'], 7]) await refused({ status }, 'status', 'ERR_INVALID')
    const broken = await post('{"status": "Hello', { 'content-type': 'application/json' })
    expect([broken.status, broken.body.error]).toEqual([400, expect.stringMatching(/could not be read/)])
    const list = await post('["Hello"]', { 'content-type': 'application/json' })
    expect(list.status).toBe(400)
    const huge = await post({ status: 'x'.repeat(400_000) })
    expect([huge.status, huge.body.error]).toEqual([413, expect.stringMatching(/larger than we take/)])
  })

  test('from another site’s page, which has the cookie but not our origin', async () => {
    const here = await alice.browser.post('/api/v1/statuses', { status: 'From our page' })
    expect(here.status).toBe(200)
    const there = await alice.browser.post('/api/v1/statuses', { status: 'Forged' }, { origin: 'https://evil.example' })
    expect([there.status, there.body.error_code]).toEqual([403, 'cross_site'])
    const fetched = await alice.browser.post(
      '/api/v1/statuses',
      { status: 'Forged' },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect(fetched.status).toBe(403)
  })

  test('from visitors, programs without a person, wrong scopes, waiting people, and before the rules are accepted', async () => {
    const waiting = await server.signUp('waiting', { waiting: true })
    const unaccepted = await server.signUp('unaccepted', { unaccepted: true })
    const reader = await server.signUp('reader', { scopes: 'read' })
    const hello = { status: 'Hello' }
    expect((await server.visitor.post('/api/v1/statuses', hello)).status).toBe(401)
    expect((await reader.api.post('/api/v1/statuses', hello)).body.error).toMatch(/outside the authorized scopes/)
    expect((await waiting.api.post('/api/v1/statuses', hello)).body.error).toMatch(/pending approval/)
    const gate = await unaccepted.api.post('/api/v1/statuses', hello)
    expect([gate.status, gate.body.error_code]).toEqual([403, 'rules_not_accepted'])
    expect(gate.body.error).toContain('/rules/accept')
  })
})

describe('sending twice', () => {
  const key = { 'Idempotency-Key': 'a key' }

  test('posts once', async () => {
    const first = await post({ status: 'Once' }, key)
    const second = await post({ status: 'Once' }, key)
    expect([second.status, second.body.id]).toEqual([200, first.body.id])
    const together = await Promise.all(
      [1, 2, 3].map(() => post({ status: 'At once' }, { 'Idempotency-Key': 'another' })),
    )
    expect(new Set(together.map((reply) => reply.body.id)).size).toBe(1)
  })

  test('with the key of somebody else posts', async () => {
    const mine = await post({ status: 'Mine' }, { 'Idempotency-Key': 'shared' })
    const theirs = await bob.api.post('/api/v1/statuses', { status: 'Theirs' }, { 'Idempotency-Key': 'shared' })
    expect(theirs.body.id).not.toBe(mine.body.id)
    expect(theirs.body.account.acct).toBe('bob')
  })

  test('the next day posts once, after days posts again, and the old keys are swept', async () => {
    const first = await post({ status: 'Later' }, { 'Idempotency-Key': 'old' })
    await server.advance('P1D')
    expect((await post({ status: 'Later' }, { 'Idempotency-Key': 'old' })).body.id).toBe(first.body.id)
    await server.advance('P2D')
    const again = await post({ status: 'Later' }, { 'Idempotency-Key': 'old' })
    expect(again.body.id).not.toBe(first.body.id)
    const kept = server.ctx.db.prepare('SELECT status_id FROM idempotency').all()
    expect(kept).toEqual([{ status_id: Number(again.body.id) }])
  })
})
