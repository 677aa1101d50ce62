import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { cast, mastoOf, say } from '../support/masto.ts'
import { openSite, pageOf, type Site } from '../support/page.ts'
import { moving, photo, uploaded } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const head = `<title>Not this</title><meta property="og:title" content="Bread &amp;  roses"><meta name="description" content="What we bake.">
  <meta property="og:site_name" content="The oven"><meta name="author" content="Rosa"><meta property="og:image" content="/bread.jpg">
  <meta property="og:image:alt" content="A loaf."><meta property="article:published_time" content="2026-05-01T10:00:00Z">`

let server: TestServer
let site: Site
let ann: Person
let ben: Person
let page: string | Buffer = pageOf(head)
let type = 'text/html; charset=utf-8'
let picture: Buffer
beforeAll(async () => {
  picture = await photo(800, 400)
  site = await openSite((request, response) => {
    if (request.url?.startsWith('/bread.jpg')) response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture)
    else if (request.url?.startsWith('/down')) response.writeHead(503).end()
    else response.writeHead(200, { 'content-type': type }).end(page)
  })
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  ;[ann, ben] = await cast(server, 'ann', 'ben')
})
afterAll(async () => {
  await server.stop()
  site.close()
})
beforeEach(() => {
  page = pageOf(head)
  type = 'text/html; charset=utf-8'
})

let pages = 0
const fresh = (path = '/page') => {
  pages += 1
  return `${site.url}${path}?n=${pages}`
}
const read = async (id: string, person = ann) => (await person.api.get<Status>(`/api/v1/statuses/${id}`)).body
const later = () => server.advance('PT1M')
const cardOn = async (status: Status) => {
  await later()
  return (await read(status.id)).card
}
const askedFor = (url: string) => site.asked.filter((asked) => site.url + asked.url === url).length
const onDisk = (url: string | null | undefined) =>
  existsSync(join(server.ctx.config.dataDir, 'media', new URL(url ?? '').pathname.slice('/media/'.length)))

describe('a post with a link', () => {
  test('shows what the page says about itself, with a picture that is kept here', async () => {
    const url = fresh()
    const status = await say(ann, `Look: ${url}#crust, and #bread`)
    expect(status.card).toBeNull()
    const card = await cardOn(status)
    expect(card).toMatchObject({
      url,
      title: 'Bread & roses',
      description: 'What we bake.',
      type: 'link',
      language: 'de',
      authors: [{ name: 'Rosa', url: '', account: null }],
      author_name: 'Rosa',
      provider_name: 'The oven',
      html: '',
      embed_url: '',
      image_description: 'A loaf.',
      published_at: '2026-05-01T10:00:00.000Z',
    })
    expect(card?.image?.startsWith(`${server.url}/media/`)).toBe(true)
    expect((card?.width ?? 0) / (card?.height ?? 1)).toBeCloseTo(2, 1)
    expect(card?.blurhash).toMatch(/^\S{20,}$/)
    expect((await fetch(card?.image ?? '')).headers.get('content-type')).toBe('image/webp')
    const masto = await mastoOf(server).v1.statuses.$select(status.id).fetch()
    expect(masto.card).toMatchObject({ title: 'Bread & roses', providerName: 'The oven', authorName: 'Rosa' })
    expect((await read(status.id, ben)).card?.title).toBe('Bread & roses')
  })

  test('is on lists and in boosts with its card, which tells our name and no member’s', async () => {
    const status = await say(ann, fresh())
    const card = await cardOn(status)
    const boost = await ben.api.post<Status>(`/api/v1/statuses/${status.id}/reblog`)
    expect([boost.body.card, boost.body.reblog?.card]).toEqual([card, card])
    const list = (await server.visitor.get(`/api/v1/accounts/${ann.id}/statuses`)).body as Status[]
    expect(list.find(({ id }) => id === status.id)?.card).toEqual(card)
    const asked = site.asked.at(-1)?.headers
    expect(asked?.['user-agent']).toContain('LeftCommunity')
    expect([asked?.cookie, asked?.referer, asked?.authorization]).toEqual([undefined, undefined, undefined])
  })

  test('MUST: shows no picture of the page where its warning is of a discreet topic', async () => {
    const warned = { spoiler_text: 'sexual assault', warning_topics: ['sexual-assault'] }
    const card = await cardOn(await say(ann, fresh(), warned))
    expect(card).toMatchObject({ title: 'Bread & roses', image: null, blurhash: null, width: 0, image_description: '' })
    expect(
      (await cardOn(await say(ann, fresh(), { spoiler_text: 'food', warning_topics: ['food'] })))?.image,
    ).not.toBeNull()
  })

  test('has its page asked once, however many posts link to it, and again when it is old', async () => {
    const url = fresh()
    for (const person of [ann, ben, ann]) await say(person, `Once more ${url}`)
    expect((await cardOn(await say(ben, url)))?.title).toBe('Bread & roses')
    expect(askedFor(url)).toBe(1)
    page = pageOf('<title>Roses</title>')
    await server.advance('P15D')
    const status = await say(ann, `Years later ${url}`)
    expect(status.card?.title).toBe('Bread & roses')
    const before = status.card?.image
    expect(await cardOn(status)).toMatchObject({ title: 'Roses', image: null, blurhash: null, width: 0 })
    expect(askedFor(url)).toBe(2)
    await later()
    expect(onDisk(before)).toBe(false)
  })

  test('keeps its card while the page cannot be had', async () => {
    const url = fresh('/down')
    expect(await cardOn(await say(ann, url))).toBeNull()
    await say(ann, `Again ${url}`)
    await later()
    expect(askedFor(url)).toBe(1)
    await server.advance('PT1H')
    await say(ann, `And again ${url}`)
    await later()
    expect(askedFor(url)).toBe(2)
  })

  test.each(['private', 'direct'])('for few (%s) or for here alone has no page asked', async (visibility) => {
    const before = site.asked.length
    expect(await cardOn(await say(ann, `Ours ${fresh()}`, { visibility }))).toBeNull()
    expect(await cardOn(await say(ann, `Here ${fresh()}`, { local_only: true }))).toBeNull()
    expect(site.asked.length).toBe(before)
  })

  test('has no card beside a picture, a poll or a quote, nor for a page of our own', async () => {
    const before = site.asked.length
    const shown = await uploaded(ann)
    const other = await say(ann, 'Quote me', { quote_approval_policy: 'public' })
    const poll = { options: ['a', 'b'], expires_in: 3600 }
    for (const more of [{ media_ids: [shown.id] }, { poll }, { quoted_status_id: other.id }]) {
      expect(await cardOn(await say(ann, fresh(), more))).toBeNull()
    }
    expect(await cardOn(await say(ann, `${server.url}/about`))).toBeNull()
    expect(site.asked.length).toBe(before)
  })

  test('is shown with the picture still, where theirs moves', async () => {
    const still = picture
    picture = await moving()
    const card = await cardOn(await say(ann, fresh()))
    picture = still
    const bytes = Buffer.from(await (await fetch(card?.image ?? '')).arrayBuffer())
    expect([card?.width, bytes.includes('ANIM')]).toEqual([64, false])
  })
})

describe('words in other alphabets', () => {
  const title = 'Žluťoučký kůň'
  const latin2 = Buffer.from(pageOf('<title>\xAElu\xBBou\xE8k\xFD k\xF9\xF2</title>'), 'latin1')
  test('are read by the header’s encoding', async () => {
    type = 'text/html; charset=iso-8859-2'
    page = latin2
    expect((await cardOn(await say(ann, fresh())))?.title).toBe(title)
  })

  test('are read by the page’s own word, and else as UTF-8', async () => {
    type = 'text/html'
    page = Buffer.concat([Buffer.from('<meta charset="iso-8859-2">'), latin2])
    expect((await cardOn(await say(ann, fresh())))?.title).toBe(title)
    page = pageOf(`<title>${title}</title><meta charset="no-such-thing">`)
    expect((await cardOn(await say(ann, fresh())))?.title).toBe(title)
  })
})

describe('an author', () => {
  test('changes the card with the link, and takes it away with it', async () => {
    const [first, second] = [fresh(), fresh()]
    const status = await say(ann, first)
    const card = await cardOn(status)
    const edit = (text: string) => ann.api.put<Status>(`/api/v1/statuses/${status.id}`, { status: text })
    expect((await edit(`${first} still`)).body.card).toEqual(card)
    page = pageOf('<title>Another</title>')
    expect((await edit(second)).body.card).toBeNull()
    expect(await cardOn(status)).toMatchObject({ url: second, title: 'Another' })
    expect(onDisk(card?.image)).toBe(false)
    expect((await edit('No link')).body.card).toBeNull()
  })

  test('takes the card off for good, alone, and the link stays', async () => {
    const status = await say(ann, fresh())
    const other = await say(ben, (await cardOn(status))?.url ?? '')
    const door = `/api/community/v1/statuses/${status.id}/card`
    expect((await ben.api.delete(door)).status).toBe(404)
    expect((await read(status.id)).card).not.toBeNull()
    const off = await ann.api.delete<Status>(door)
    expect([off.status, off.body.card, off.body.content]).toEqual([200, null, status.content])
    await ann.api.put(`/api/v1/statuses/${status.id}`, { status: `Other words ${fresh()}` })
    expect(await cardOn(status)).toBeNull()
    expect((await read(other.id)).card).not.toBeNull()
  })

  test('deletes the last post with a card, and the picture goes too', async () => {
    const url = fresh()
    const [one, two] = [await say(ann, url), await say(ben, url)]
    const card = await cardOn(one)
    await ann.api.delete(`/api/v1/statuses/${one.id}`)
    await later()
    expect(onDisk(card?.image)).toBe(true)
    await ben.api.delete(`/api/v1/statuses/${two.id}`)
    await later()
    expect(onDisk(card?.image)).toBe(false)
    expect((await fetch(card?.image ?? '')).status).toBe(404)
    expect(server.ctx.db.prepare('SELECT 1 FROM cards WHERE url = ?').get(url)).toBeUndefined()
  })
})
