import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { say } from '../support/masto.ts'
import { openSite, pageOf, type Site } from '../support/page.ts'
import { plain } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ann: Person
let evil: Site
let answer: RequestListener
beforeAll(async () => {
  evil = await openSite((request, response) => answer(request, response))
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  ann = await server.signUp('ann')
})
afterAll(async () => {
  await server.stop()
  evil.close()
})

let posts = 0
/** The card of a post that links to the evil site, or to another address. */
async function cardOf(listener: RequestListener, address?: string) {
  answer = listener
  posts += 1
  const { id } = await say(ann, address ?? `${evil.url}/?n=${posts}`)
  await server.advance('PT1M')
  return (await server.visitor.get<Status>(`/api/v1/statuses/${id}`)).body.card
}

const says =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body)

/** A page that is kind, and another answer for the picture that it names. */
const withPicture =
  (listener: RequestListener, image = '/picture'): RequestListener =>
  (request, response) =>
    request.url === '/picture'
      ? listener(request, response)
      : says(pageOf(`<title>Kind</title><meta property="og:image" content="${image}">`))(request, response)

describe('a page that wants to harm, linked in a post,', () => {
  test.each([
    ...['http://10.0.0.1/', 'http://169.254.169.254/latest/meta-data/', 'http://[::1]/', 'http://192.168.0.1/'],
    ...['http://0.0.0.0/', 'http://[::ffff:10.0.0.1]/'],
  ])('has our server knock at no house of its own: %s', async (address) => {
    let asked = 0
    const count: RequestListener = (_request, response) => {
      asked += 1
      response.writeHead(302, { location: address }).end()
    }
    expect(await cardOf(count, address)).toBeNull()
    expect(asked).toBe(0)
    expect(await cardOf(count)).toBeNull()
    expect(asked).toBe(1)
    const viaPicture = await cardOf(withPicture((_request, response) => response.end(), `${address}a.jpg`))
    expect(viaPicture).toMatchObject({ title: 'Kind', image: null })
  })

  test('has no card by an endless body beyond what is read, nor by one that grows when it is unpacked', async () => {
    let sent = 0
    const endless: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write(pageOf('<title>Long</title>'))
      const more = setInterval(() => {
        sent += 1
        response.write(Buffer.alloc(64 * 1024, 'a'))
      }, 1)
      response.on('close', () => clearInterval(more))
    }
    expect(await cardOf(endless)).toMatchObject({ title: 'Long' })
    expect(sent).toBeLessThan(200)
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024))
    expect(await cardOf(says(bomb, { 'content-encoding': 'gzip' }))).toBeNull()
  })

  test('has none where it is no page', async () => {
    for (const type of [
      'application/json',
      'image/svg+xml',
      'text/plain',
      'application/octet-stream',
      'text/htmlish',
    ]) {
      expect([type, await cardOf(says(pageOf('<title>No</title>'), { 'content-type': type }))]).toEqual([type, null])
    }
    expect(
      await cardOf((_request, response) => response.writeHead(404, { 'content-type': 'text/html' }).end()),
    ).toBeNull()
  })

  test('puts no HTML, no hidden signs and no turned words into a card', async () => {
    const card = await cardOf(
      says(
        pageOf(`<meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt;&#x202e;gpj.&#0;exe">
          <meta property="og:description" content="&lt;script&gt;alert(1)&lt;/script&gt;"><meta property="og:site_name" content="a&#10;b">
          <meta name="author" content="javascript://x"><meta property="og:url" content="javascript:alert(1)">
          <meta property="og:type" content="video"><meta property="og:video" content="https://evil.example/player">`),
      ),
    )
    expect(card).toMatchObject({ type: 'link', html: '', embed_url: '', author_name: '', author_url: '' })
    expect(card?.url).toBe(`${evil.url}/?n=${posts}`)
    expect(card?.title).toMatch(/^<img src=x onerror=alert\(1\)>gpj\.\S? ?exe$/)
    expect(card?.provider_name).toBe('a b')
    const page = await server.visitor.get('/@ann', { accept: 'text/html' })
    expect(page.text).not.toContain('<img src=x')
    expect(page.text).not.toContain('<script>alert')
  })

  test('is cut to what a card can hold, and is read in time, whatever it is made of', async () => {
    const long = await cardOf(says(pageOf(`<title>${'x'.repeat(100_000)}</title>`)))
    expect(long?.title.length).toBe(200)
    const began = performance.now()
    const nested = pageOf(`<title>${'<'.repeat(1000)}</title>${'<meta '.repeat(20_000)}`, '<div>'.repeat(80_000))
    await cardOf(says(nested))
    await cardOf(says('<'.repeat(400_000)))
    await cardOf(says(`<html><head>${'<a b='.repeat(80_000)}`))
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test.each(['javascript:alert(1)', 'data:image/png;base64,iVBORw0KGgo=', 'file:///etc/passwd', 'ftp://x/y', '//', ''])(
    'has no picture at %s',
    async (address) => {
      expect(await cardOf(withPicture((_request, response) => response.end(), address))).toMatchObject({
        title: 'Kind',
        image: null,
      })
    },
  )

  test('has no picture of 500 MB, none of too many pixels, and none that is something else', async () => {
    let sent = 0
    const huge: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': String(500 * 1024 * 1024) })
      const more = setInterval(() => {
        sent += 1
        response.write(Buffer.alloc(1024 * 1024))
      }, 1)
      response.on('close', () => clearInterval(more))
    }
    expect((await cardOf(withPicture(huge)))?.image).toBeNull()
    expect(sent).toBeLessThan(100)
    const wide = await plain(9000, 9000).png().toBuffer()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const body of [wide, svg, '<html>', Buffer.alloc(0)]) {
      expect((await cardOf(withPicture(says(body, { 'content-type': 'image/png' }))))?.image).toBeNull()
    }
  })
})

test('a server that is no trial asks no machine of its own for a card', async () => {
  const real = await startServer()
  const bob = await real.signUp('bob')
  const before = evil.asked.length
  answer = says(pageOf('<title>Inside</title>'))
  const { id } = await say(bob, `${evil.url}/inside`)
  await real.advance('PT1M')
  expect((await real.visitor.get<Status>(`/api/v1/statuses/${id}`)).body.card).toBeNull()
  expect(evil.asked.length).toBe(before)
  await real.stop()
})
