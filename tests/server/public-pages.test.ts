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

  test('has its pictures with what is to be seen, its poll and what it quotes', async () => {
    const [bob] = await cast(server, 'bob')
    const picture = await uploaded(alice, undefined, { description: 'A wall.' })
    const shown = await say(alice, '', { media_ids: [picture.id] })
    const seen = (await open(`/@alice/${shown.id}`)).text
    expect(seen).toContain(`alt="A wall."`)
    expect(meta(seen, 'og:description')).toBe('A wall.')
    const asked = await say(alice, 'Which day?', { poll: { options: ['Monday', 'Friday'], expires_in: 3600 } })
    await bob.api.post(`/api/v1/polls/${asked.poll?.id}/votes`, { choices: [1] })
    const poll = (await open(`/@alice/${asked.id}`)).text
    expect(poll).toMatch(/Monday.*0 %.*Friday.*100 %/s)
    expect(poll).toContain('1 person voted')
    expect(meta(poll, 'og:description')).toBe('Which day? (Monday / Friday)')
    const quoting = await say(alice, 'Look at this', { quoted_status_id: shown.id })
    const page = (await open(`/@alice/${quoting.id}`)).text
    expect(page).toContain('aria-label="Quoted: a post by Alice')
    expect(page).toContain(`alt="A wall."`)
    expect([meta(page, 'og:description'), meta(page, 'og:image')]).toEqual(['Look at this', undefined])
  })

  test('shows visitors nothing of a quoted post that is not for them, and folds one under its own warning', async () => {
    const within = await say(alice, 'Only for us', { local_only: true })
    const kept = await say(alice, 'See there', { quoted_status_id: within.id })
    expect((await open(`/@alice/${kept.id}`)).status).toBe(404)
    const warned = await say(alice, 'The butler did it', { spoiler_text: 'the end of a book' })
    const told = await say(alice, 'I read it', { quoted_status_id: warned.id })
    const { text } = await open(`/@alice/${told.id}`)
    expect(text).toMatch(/<details class="fold_cw">.*the end of a book.*The butler did it/s)
    expect(text.slice(0, text.indexOf('<body>'))).not.toContain('butler')
    await alice.api.delete(`/api/v1/statuses/${warned.id}`)
    expect((await open(`/@alice/${told.id}`)).text).toContain('The quoted post is deleted.')
  })

  test('tells elsewhere nothing of a poll or a picture behind a warning', async () => {
    const poll = { options: ['The butler', 'The cook'], expires_in: 3600 }
    const asked = await say(alice, 'Who was it?', { poll, spoiler_text: 'the end of the book' })
    const covered = await uploaded(alice, undefined, { description: 'Not for everybody.' })
    const shown = await say(alice, '', { media_ids: [covered.id], sensitive: true })
    const heads = await Promise.all([asked, shown].map(async ({ id }) => (await open(`/@alice/${id}`)).text))
    const [one = '', two = ''] = heads.map((text) => text.slice(0, text.indexOf('<body>')))
    expect(one).not.toMatch(/butler|Who was/)
    expect([meta(two, 'og:description'), two.includes('Not for')]).toEqual(['Covered picture', false])
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

describe('the page of what everyone here writes', () => {
  test('is whole HTML without a program, with what visitors may read and nothing else', async () => {
    await say(alice, 'Soup for everybody')
    await say(alice, 'Soup for followers', { visibility: 'private' })
    await say(alice, 'Soup on the quiet', { visibility: 'unlisted' })
    await say(alice, 'Soup within these walls', { local_only: true })
    const { status, text } = await open('/local')
    expect([status, meta(text, 'robots')]).toEqual([200, 'noindex'])
    expect(text).toContain('<h1 dir="auto">Everyone here</h1>')
    expect(text).toContain('Soup for everybody')
    expect(text).not.toMatch(/Soup (for followers|on the quiet|within)/)
  })

  test('leaves what members see to the client', async () => {
    expect((await open('/local', alice)).text).not.toContain('Soup')
  })
})

describe('what other pages may show of a post', () => {
  const asked = async (url: string, more = '', person?: Person) =>
    (person?.browser ?? server.visitor).get(`/api/oembed?url=${encodeURIComponent(url)}${more}`)
  const named = (text: string) => /type="application\/json\+oembed" href="([^"]*)"/.exec(text)?.[1]
  let carol: Person
  beforeAll(async () => {
    carol = await server.signUp('carol')
    await carol.api.patch('/api/v1/accounts/update_credentials', { display_name: 'Carol <i>', discoverable: true })
  })

  test('is its line and whose it is, without a script or a frame, and its page says where that is asked', async () => {
    const status = await say(carol, 'Soup <script> for "all"')
    const { status: code, body, headers } = await asked(status.url ?? '', '&maxwidth=200')
    expect([code, headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    const kind = { type: 'rich', version: '1.0', width: 200, height: null, provider_name: 'Left Community' }
    expect(body).toMatchObject({ ...kind, author_name: 'Carol <i>', author_url: `${server.url}/@carol` })
    expect(body.html).toContain('Soup &lt;script&gt; for &quot;all&quot;')
    expect(body.html).not.toMatch(/<script|<iframe|<i>/)
    const { text } = await open(`/@carol/${status.id}`)
    expect((await (await fetch(named(text)?.replaceAll('&amp;', '&') ?? '')).json()).html).toBe(body.html)
    expect((await asked(status.uri)).body.html).toBe(body.html)
    expect((await asked(status.url ?? '', '&format=xml')).status).toBe(501)
  })

  test('is no more than the warning', async () => {
    const status = await say(carol, 'The butler did it', { spoiler_text: 'the end of a book' })
    const { body } = await asked(status.url ?? '')
    expect(body.html).toContain('the end of a book')
    expect(JSON.stringify(body)).not.toContain('butler')
  })

  test('is nothing of what is not for everybody, not wished, discreet, boosted or gone, to whoever asks', async () => {
    const shy = await say(alice, 'I want not to be found')
    const kept = await Promise.all(
      [{ visibility: 'unlisted' }, { visibility: 'private' }, { visibility: 'direct' }, { local_only: true }].map(
        (more) => say(carol, 'Not for all', more),
      ),
    )
    const discreet = await say(carol, 'Hard words', { spoiler_text: 'sexual assault' })
    const open_ = await say(carol, 'For all')
    const boost = (await alice.api.post(`/api/v1/statuses/${open_.id}/reblog`)).body
    const deleted = await say(carol, 'Gone')
    await carol.api.delete(`/api/v1/statuses/${deleted.id}`)
    const absent = await asked(`${server.url}/@carol/1234567890123456`)
    expect(absent.status).toBe(404)
    for (const { id } of [shy, ...kept, discreet, boost, deleted]) {
      for (const person of [undefined, carol]) {
        const reply = await asked(`${server.url}/@carol/${id}`, '', person)
        expect([id, reply.status, reply.text]).toEqual([id, 404, absent.text])
      }
      expect(named((await open(`/@carol/${id}`)).text)).toBeUndefined()
    }
    for (const url of ['https://elsewhere.example/@carol/1', 'nonsense', `${server.url}/@carol`])
      expect((await asked(url)).status).toBe(404)
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(carol.accountId)
    expect((await asked(open_.url ?? '')).status).toBe(404)
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = NULL WHERE id = ?').run(carol.accountId)
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
