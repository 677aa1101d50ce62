import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { uploaded } from '../support/pictures.ts'
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
    expect(meta((await open(`/@${bob.username}`)).text, 'robots')).toBe('noindex')
    await bob.api.patch('/api/v1/accounts/update_credentials', { indexable: true })
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

describe('a link to a page, shared elsewhere,', () => {
  const headOf = async (path: string) => {
    const { text } = await open(path)
    return text.slice(0, text.indexOf('<body>'))
  }

  test('says what the community is', async () => {
    const text = await headOf('/about')
    expect(meta(text, 'og:type')).toBe('website')
    expect(meta(text, 'og:title')).toBe(meta(text, 'og:site_name'))
    expect(meta(text, 'og:description')?.length).toBeGreaterThan(10)
    expect(meta(text, 'og:image')).toBe(`${server.url}/icon-512.png`)
    expect(text).toContain(`<link rel="canonical" href="${server.url}/about">`)
    expect(meta(text, 'robots')).toBeUndefined()
  })

  test('says who somebody is, and which other pages are theirs', async () => {
    const [cleo] = await cast(server, 'cleo')
    const lines = [
      { name: 'Home', value: 'https://cleo.example/' },
      { name: 'Bad', value: 'javascript:alert(1)' },
      { name: 'Words', value: 'see https://other.example' },
    ]
    await cleo.api.patch('/api/v1/accounts/update_credentials', { fields_attributes: lines })
    const text = await headOf(`/@${cleo.username}`)
    expect([meta(text, 'og:type'), meta(text, 'twitter:card')]).toEqual(['profile', 'summary'])
    expect(meta(text, 'og:title')).toBe(`${cleo.username} (@${cleo.username})`)
    expect(text.match(/rel="me" href="[^"]*"/g)).toEqual(['rel="me" href="https://cleo.example/"'])
  })

  test('shows a post’s picture, but none that is covered or stands under a warning', async () => {
    const [dora] = await cast(server, 'dora')
    await dora.api.patch('/api/v1/accounts/update_credentials', { discoverable: true, indexable: true })
    const shown = await uploaded(dora, undefined, { description: 'A "red" wall.' })
    const { id } = await say(dora, 'Look', { media_ids: [shown.id] })
    const text = await headOf(`/@${dora.username}/${id}`)
    expect([meta(text, 'og:image'), meta(text, 'og:image:alt')]).toEqual([shown.preview_url, 'A &quot;red&quot; wall.'])
    expect([meta(text, 'twitter:card'), meta(text, 'robots')]).toEqual(['summary_large_image', undefined])
    for (const more of [{ sensitive: true }, { spoiler_text: 'walls' }]) {
      const covered = await uploaded(dora, undefined, { description: 'Not for everybody.' })
      const hidden = await say(dora, 'Look', { media_ids: [covered.id], ...more })
      const head = await headOf(`/@${dora.username}/${hidden.id}`)
      expect([meta(head, 'og:image'), head.includes('/media/'), head.includes('Not for')]).toEqual([
        undefined,
        false,
        false,
      ])
    }
  })

  test('keeps from search engines what its author lets nobody find', async () => {
    const [eve] = await cast(server, 'eve')
    const { id } = await say(eve, 'Mine')
    const robots = async (post = id) => meta(await headOf(`/@${eve.username}/${post}`), 'robots')
    const choose = (choice: object) => eve.api.patch('/api/v1/accounts/update_credentials', choice)
    expect(await robots()).toBe('noindex')
    await choose({ discoverable: true })
    expect(await robots()).toBe('noindex')
    await choose({ indexable: true })
    expect(await robots()).toBeUndefined()
    expect(await robots((await say(eve, 'Quietly', { visibility: 'unlisted' })).id)).toBe('noindex')
  })
})
