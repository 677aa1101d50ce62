import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  await alice.api.patch('/api/v1/accounts/update_credentials', { display_name: 'Alice <b>', note: 'I bake & read' })
})
afterAll(() => server.stop())

const open = (path: string, person?: Person) => (person?.browser ?? server.visitor).get(path, { accept: 'text/html' })
const meta = (text: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(text)?.[1]

describe('a profile’s page', () => {
  test('is whole HTML without a program: who it is and what they wrote', async () => {
    await say(alice, 'Bread at noon')
    await say(alice, 'For followers', { visibility: 'private' })
    const { status, headers, text } = await open('/@alice')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain('<title>Alice &lt;b&gt; (@alice)')
    expect(text).toContain('I bake &amp; read')
    expect(text).toContain('Bread at noon')
    expect(text).not.toContain('For followers')
    expect(text).not.toContain('<b>')
    expect(meta(text, 'og:description')).toBe('I bake &amp; read')
    expect(text).toContain(`<link rel="canonical" href="${server.url}/@alice">`)
    expect((await open('/@ALICE')).status).toBe(200)
  })

  test('is kept from search engines until its owner wants to be found', async () => {
    expect(meta((await open('/@alice')).text, 'robots')).toBe('noindex')
    const [bob] = await cast(server, 'bob')
    await bob.api.patch('/api/v1/accounts/update_credentials', { discoverable: true })
    expect(meta((await open(`/@${bob.username}`)).text, 'robots')).toBeUndefined()
  })

  test('of nobody, of somebody who waits, and of a suspended person says the same', async () => {
    await server.signUp('waiting', { waiting: true })
    const [gone] = await cast(server, 'gone')
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(gone.accountId)
    const absent = await open('/@nobody')
    expect(absent.status).toBe(404)
    for (const name of ['waiting', gone.username]) expect((await open(`/@${name}`)).text).toBe(absent.text)
  })
})

describe('a post’s page', () => {
  test('has the post with its answers, and says in short what it is', async () => {
    const status = await say(alice, 'Who brings "tea"?')
    await say(alice, 'I do', { in_reply_to_id: status.id })
    const { status: code, text } = await open(`/@alice/${status.id}`)
    expect(code).toBe(200)
    expect(text).toContain(status.content)
    expect(text).toContain('I do')
    expect(meta(text, 'og:description')).toBe('Who brings &quot;tea&quot;?')
    expect(text).toContain(`<link rel="canonical" href="${status.url}">`)
  })

  test('tells elsewhere no more than its warning', async () => {
    const status = await say(alice, 'The butler did it', { spoiler_text: 'the end of the book' })
    const { text } = await open(`/@alice/${status.id}`)
    const head = text.slice(0, text.indexOf('<body>'))
    expect(head).toContain('the end of the book')
    expect(head).not.toContain('butler')
  })

  test('is not there under another name, nor when it is deleted', async () => {
    await server.signUp('other')
    const status = await say(alice, 'Mine')
    expect((await open(`/@other/${status.id}`)).status).toBe(404)
    await alice.api.delete(`/api/v1/statuses/${status.id}`)
    expect((await open(`/@alice/${status.id}`)).status).toBe(404)
    expect((await open('/@alice/nonsense')).status).toBe(404)
  })

  test('leaves what members see to the client', async () => {
    const status = await say(alice, 'Between us', { visibility: 'private' })
    const { status: code, text } = await open(`/@alice/${status.id}`, alice)
    expect([code, text.includes('Between us')]).toEqual([200, false])
  })
})
